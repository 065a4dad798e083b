package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudPricingApiTest extends ApiTest {
    private int provider;
    private int size;

    @BeforeEach
    void aCloud() {
        provider = post(superadmin, "/cloudProvider", CloudApiTest.provider(unique("cloud")))
                .is(201)
                .id();
        size = post(superadmin, "/instanceType", CloudApiTest.size(provider, "m1.small", 1024))
                .is(201)
                .id();
    }

    @Test
    void prices_are_written_by_administrators_and_costs_are_read_by_staff() {
        for (String path : List.of("/instancePricing", "/diskSpacePricing", "/bandwidthPricing")) {
            String body = body(path);
            post(vendor, path, body).is(403);
            post(supervisor, path, body).is(403);
            post(Principal.ANONYMOUS, path, body).is(401);
            Answer made = post(admin, path, body).is(201);
            String one = path + "/" + made.id();

            assertThat(get(supervisor, one).is(200).text("/cost")).isEqualTo("0.01");
            assertThat(get(customer, one).is(200).body().has("cost")).isFalse();
            assertThat(get(Principal.ANONYMOUS, one).text("/price")).isEqualTo("0.02");
            assertThat(get(customer, path + "?cloudProvider=" + provider).text("/0/self"))
                    .isEqualTo(made.text("/self"));
            assertThat(get(customer, path + "?cloudProvider=999999").body()).isEmpty();
            assertThat(get(customer, path + "?cloudProvider=" + provider)
                            .body()
                            .get(0)
                            .has("cost"))
                    .isFalse();
            patch(vendor, one, "{'price': 1}").is(403);
            patch(admin, one, "{'price': 0.03}").is(204);
            Answer changed = get(admin, one);
            assertThat(changed.text("/price")).isEqualTo("0.03");
            assertThat(changed.text("/cost")).isEqualTo("0.01");
            put(admin, one, body.replace("0.02", "0.04")).is(200);
            assertThat(get(admin, one).text("/price")).isEqualTo("0.04");
            patch(admin, one, "{'price': -1}").fails(400, "price");
            post(admin, path, body).is(409);
            post(admin, path, body.replace("cloudProvider/" + provider, "cloudProvider/999999"))
                    .fails(422, "cloudProvider/999999");
            delete(vendor, one).is(403);
            delete(admin, one).is(204);
            get(admin, one).is(404);
        }
    }

    @Test
    void the_price_of_a_machine_is_for_a_size_of_its_cloud_and_an_operating_system() {
        int other = post(
                        superadmin,
                        "/instanceType",
                        CloudApiTest.size(
                                post(superadmin, "/cloudProvider", CloudApiTest.provider(unique("cloud")))
                                        .id(),
                                "s",
                                1))
                .id();
        String body = body("/instancePricing");
        int any = post(admin, "/instancePricing", body).is(201).id();
        int windows = post(admin, "/instancePricing", body.replace("'price'", "'operatingSystem': 'WINDOWS', 'price'"))
                .is(201)
                .id();
        String list = "/instancePricing?cloudProvider=" + provider;

        post(admin, "/instancePricing", body.replace("instanceType/" + size, "instanceType/" + other))
                .fails(422, "instanceType/" + other);
        assertThat(get(customer, list + "&osType=LINUX").text("/0/self")).isEqualTo("instancePricing/" + any);
        assertThat(get(customer, list + "&osType=WINDOWS").body()).hasSize(2);
        assertThat(get(customer, list + "&deprecated=true").body()).isEmpty();
        patch(admin, "/instancePricing/" + windows, "{'deprecated': true}").is(204);
        assertThat(get(customer, list + "&deprecated=true").text("/0/self")).isEqualTo("instancePricing/" + windows);
        assertThat(get(customer, list + "&virtualMachineConfiguration=999999").body())
                .isEmpty();
        assertThat(get(customer, list + "&productVersion=999999").body()).isEmpty();
        get(customer, list + "&osType=BEOS").fails(400, "osType");
    }

    @Test
    void a_machine_may_be_reserved_and_a_disk_be_priced_in_tiers() {
        int machine = post(
                        admin,
                        "/instancePricing",
                        body("/instancePricing")
                                .replace(
                                        "'price'",
                                        "'reservedCloudPricing': {'12': {'cost': 1, 'price': 0.015, 'upfront': 30}}, 'price'"))
                .is(201)
                .id();
        int disk = post(
                        admin,
                        "/diskSpacePricing",
                        body("/diskSpacePricing").replace("'price'", "'tiers': {'100': 0.01}, 'price'"))
                .is(201)
                .id();

        Answer read = get(customer, "/instancePricing/" + machine);
        assertThat(read.body().at("/reservedCloudPricing/12/upfront").asInt()).isEqualTo(30);
        assertThat(read.body().at("/reservedCloudPricing/12").has("cost")).isFalse();
        assertThat(get(customer, "/diskSpacePricing/" + disk)
                        .body()
                        .at("/tiers/100")
                        .decimalValue())
                .isEqualByComparingTo("0.01");
        patch(admin, "/diskSpacePricing/" + disk, "{'tiers': {'-1': 0.01}}").fails(400, "tiers");
    }

    @Test
    void what_a_cloud_can_do_is_said_in_words() {
        Answer tags =
                get(Principal.ANONYMOUS, "/cloudProvider/cloudProviderTags").is(200);

        assertThat(tags.body()).hasSize(15);
        assertThat(tags.text("/GPU")).isEqualTo("Machines with a graphics card");
    }

    private String body(String path) {
        String more = switch (path) {
            case "/instancePricing" -> ", 'instanceType': {'url': 'instanceType/" + size + "'}";
            case "/bandwidthPricing" -> ", 'traffic': 1000";
            default -> "";
        };
        return "{'cloudProvider': {'url': 'cloudProvider/" + provider + "'}, 'cost': 0.01, 'price': 0.02" + more + "}";
    }
}
