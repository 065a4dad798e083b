package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanApiTest extends ApiTest {
    private int product;

    @BeforeEach
    void aProduct() {
        product =
                post(vendor, "/product", product("SYNDICATED", vendor)).is(201).id();
    }

    @Test
    void a_plan_is_read_as_it_was_written() {
        Answer plan = post(
                        vendor,
                        "/productVersion",
                        plan(
                                "'price': 12.3456, 'setupFee': 5, 'billingPeriod': 3, 'trial': 'ALLOWED', 'trialLength': 14,"
                                        + " 'published': true, 'recommended': true, 'identifier': '" + unique("plan")
                                        + "'"))
                .is(201);

        Answer read = get(Principal.ANONYMOUS, "/productVersion/" + plan.id()).is(200);

        assertThat(read.text("/price")).isEqualTo("12.3456");
        assertThat(read.text("/billingPeriod")).isEqualTo("3");
        assertThat(read.body().get("triable").asBoolean()).isTrue();
        assertThat(read.body().get("autoRenewable").asBoolean()).isTrue();
        assertThat(read.text("/iaasBilling")).isEqualTo("PRE_PAID");
        assertThat(get(customer, "/productVersion/identifier/" + read.text("/identifier"))
                        .is(200)
                        .id())
                .isEqualTo(plan.id());
        assertThat(get(customer, "/product/" + product).text("/recommendedVersion/url"))
                .isEqualTo("productVersion/" + plan.id());
    }

    @Test
    void a_draft_is_for_its_vendor_and_shows_by_a_patch() {
        int draft = post(vendor, "/productVersion", plan("'price': 1")).is(201).id();
        String path = "/productVersion/" + draft;
        String list = "/productVersion?product=" + product;

        get(customer, path).is(404);
        get(rival, path).is(404);
        assertThat(get(vendor, list).body()).isEmpty();
        assertThat(get(vendor, list + "&withUnpublished=true").body()).hasSize(1);
        assertThat(get(customer, list + "&withUnpublished=true").body()).isEmpty();
        patch(vendor, path, "{'published': true}").is(204);
        get(customer, path).is(200);
        assertThat(get(customer, list).body()).hasSize(1);
    }

    @Test
    void one_plan_of_a_product_is_the_recommended_one() {
        int first = post(vendor, "/productVersion", plan("'recommended': true"))
                .is(201)
                .id();
        int second = post(vendor, "/productVersion", plan("'recommended': true"))
                .is(201)
                .id();

        assertThat(get(vendor, "/productVersion/" + first)
                        .body()
                        .get("recommended")
                        .asBoolean())
                .isFalse();
        assertThat(get(vendor, "/productVersion/" + second)
                        .body()
                        .get("recommended")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void every_broken_rule_of_a_plan_is_named() {
        post(vendor, "/productVersion", plan("'price': -1, 'setupFee': 0.00001, 'trialLength': 0"))
                .fails(400, "price");
        Answer rules = post(vendor, "/productVersion", plan("'billingPeriod': 5, 'lifespan': 3, 'trial': 'ALLOWED'"));
        rules.fails(422, "billingPeriod");
        rules.fails(422, "lifespan");
        rules.fails(422, "trialLength");
        post(vendor, "/productVersion", plan("'cloudProvider': {'url': 'cloudProvider/1'}"))
                .fails(422, "cloudProvider");
        post(vendor, "/productVersion", plan("").replace("product/" + product, "product/999999"))
                .fails(422, "product/999999");
    }

    @Test
    void a_plan_belongs_to_whom_its_product_belongs() {
        int plan = post(vendor, "/productVersion", plan("'published': true, 'price': 1"))
                .is(201)
                .id();
        String path = "/productVersion/" + plan;
        int other =
                post(vendor, "/product", product("SYNDICATED", vendor)).is(201).id();

        post(rival, "/productVersion", plan("'price': 1")).is(403);
        post(customer, "/productVersion", plan("'price': 1")).is(403);
        post(Principal.ANONYMOUS, "/productVersion", plan("'price': 1")).is(401);
        put(rival, path, plan("'price': 0")).is(403);
        delete(rival, path).is(403);
        put(vendor, path, plan("'price': 2").replace("product/" + product, "product/" + other))
                .is(409);
        assertThat(put(vendor, path, plan("'price': 2")).is(200).text("/price")).isEqualTo("2");
        put(vendor, "/productVersion/" + plan + "/metadata", "{'a': 'b'}").is(204);
        delete(vendor, path).is(204);
        get(vendor, path).is(404);
    }

    @Test
    void an_identifier_belongs_to_one_plan() {
        String identifier = "'identifier': '" + unique("plan") + "'";
        post(vendor, "/productVersion", plan(identifier)).is(201);

        post(vendor, "/productVersion", plan(identifier)).is(409);
    }

    @Test
    void a_published_plan_of_a_machine_says_where_it_runs_and_gets_the_smallest_size() {
        product = post(admin, "/product/vm", product("VM", vendor)).is(201).id();
        int provider = post(superadmin, "/cloudProvider", CloudApiTest.provider(unique("cloud")))
                .is(201)
                .id();
        int big = post(superadmin, "/instanceType", CloudApiTest.size(provider, "big", 8192))
                .is(201)
                .id();
        int small = post(superadmin, "/instanceType", CloudApiTest.size(provider, "small", 1024))
                .is(201)
                .id();
        int foreign = post(
                        superadmin,
                        "/instanceType",
                        CloudApiTest.size(
                                post(superadmin, "/cloudProvider", CloudApiTest.provider(unique("cloud")))
                                        .id(),
                                "s",
                                1))
                .id();
        int machine = post(
                        vendor,
                        "/virtualMachineConfiguration",
                        "{'name': 'm', 'diskSpace': 0, 'instanceTypes': [{'url': 'instanceType/" + big
                                + "'}, {'url': 'instanceType/" + small + "'}]}")
                .is(201)
                .id();
        String where = "'cloudProvider': {'url': 'cloudProvider/" + provider
                + "'}, 'virtualMachineConfiguration': [{'url': 'virtualMachineConfiguration/" + machine + "'}]";

        post(vendor, "/productVersion", plan("'published': true, 'price': 1")).fails(422, "cloudProvider");
        Answer plan = post(vendor, "/productVersion", plan("'published': true, 'price': 1, " + where))
                .is(201);
        assertThat(plan.text("/instanceType/url")).isEqualTo("instanceType/" + small);
        post(vendor, "/productVersion", plan(where + ", 'instanceType': {'url': 'instanceType/" + foreign + "'}"))
                .fails(422, "instance");
        post(vendor, "/productVersion", plan(where.replace("Provider/" + provider, "Provider/999999")))
                .fails(422, "cloudProvider/999999");
        post(vendor, "/productVersion", plan(where.replace("Configuration/" + machine, "Configuration/999999")))
                .fails(422, "virtualMachineConfiguration/999999");
        get(customer, "/virtualMachineConfiguration/" + machine).is(200);
        int secret = post(rival, "/virtualMachineConfiguration", "{'name': 'm', 'diskSpace': 0, 'instanceTypes': []}")
                .is(201)
                .id();
        String somebodyElses = "'virtualMachineConfiguration': [{'url': 'virtualMachineConfiguration/" + secret + "'}]";
        post(vendor, "/productVersion", plan(somebodyElses)).fails(422, "virtualMachineConfiguration/" + secret);
    }

    private String product(String type, Principal owner) {
        return "{'type': '" + type + "', 'name': 'P', 'company': {'url': 'company/" + owner.companyId()
                + "'}, 'category': {'url': 'category/" + category + "'}}";
    }

    private String plan(String more) {
        return "{'product': {'url': 'product/" + product + "'}, 'name': 'Basic'" + (more.isEmpty() ? "" : ", " + more)
                + "}";
    }
}
