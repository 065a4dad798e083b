package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingItemApiTest extends ApiTest {
    private int product;

    @BeforeEach
    void aProduct() {
        product = post(
                        vendor,
                        "/product",
                        "{'type': 'SYNDICATED', 'name': 'P', 'company': {'url': 'company/" + vendor.companyId()
                                + "'}, 'category': {'url': 'category/" + category + "'}}")
                .is(201)
                .id();
    }

    @Test
    void an_extra_resource_is_read_as_it_was_written() {
        String identifier = unique("users");
        Answer made = post(
                        vendor,
                        "/billingItem",
                        item("'identifier': '" + identifier + "', 'valueType': 'POST_PAID', 'presence': 'RECOMMENDED',"
                                + " 'downgradable': false, 'longDescription': 'long', 'weight': 3,"
                                + " 'endpoint': {'method': 'GET', 'path': '/a'}, 'cloudesireQuota': 5"))
                .is(201);

        Answer read = get(vendor, "/billingItem/" + made.id()).is(200);

        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.text("/self")).isEqualTo("billingItem/" + made.id());
        assertThat(read.text("/type")).isEqualTo("TIERED");
        assertThat(read.text("/valueType")).isEqualTo("POST_PAID");
        assertThat(read.text("/presence")).isEqualTo("RECOMMENDED");
        assertThat(read.text("/endpoint/path")).isEqualTo("/a");
        assertThat(read.text("/owner/url")).isEqualTo("company/" + vendor.companyId());
        assertThat(read.body().get("downgradable").asBoolean()).isFalse();
        // what the platform keeps is said by administrators only
        assertThat(read.body().has("cloudesireQuota")).isFalse();
        assertThat(get(vendor, "/billingItem/" + made.id() + "?apiVersion=20200101")
                        .body()
                        .has("presence"))
                .isFalse();
        assertThat(get(vendor, "/billingItem/identifier=" + identifier).is(200).id())
                .isEqualTo(made.id());
        get(rival, "/billingItem/identifier=" + identifier).is(404);
        post(vendor, "/billingItem", item("'identifier': '" + identifier + "'")).is(409);
    }

    @Test
    void an_extra_resource_speaks_several_languages() {
        int id = post(vendor, "/billingItem", item("")).is(201).id();
        put(vendor, "/billingItem/" + id + "?language=it", item("").replace("Users", "Utenti"))
                .is(200);

        assertThat(get(vendor, "/billingItem/" + id + "?language=it").text("/name"))
                .isEqualTo("Utenti");
        assertThat(get(vendor, "/billingItem/" + id).text("/name")).isEqualTo("Users");
    }

    @Test
    void extra_resources_are_listed_by_what_they_are() {
        int plain = post(vendor, "/billingItem", item("")).is(201).id();
        int counted = post(vendor, "/billingItem", item("'valueType': 'PAY_AS_YOU_GO', 'endpoint': {'method': 'POST'}"))
                .is(201)
                .id();
        String list = "/billingItem?companyId=" + vendor.companyId();

        assertThat(get(vendor, list).body()).hasSize(2);
        assertThat(get(vendor, list + "&api=true").body()).hasSize(1);
        assertThat(get(vendor, list + "&valueType=PAY_AS_YOU_GO").text("/0/self"))
                .isEqualTo("billingItem/" + counted);
        assertThat(get(vendor, list + "&valueType=PRE_PAID").text("/0/self")).isEqualTo("billingItem/" + plain);
        assertThat(get(vendor, list + "&reseller=999999").body()).isEmpty();
        assertThat(get(rival, list).body()).isEmpty();
        assertThat(get(supervisor, list).body()).hasSize(2);
        get(vendor, list + "&valueType=FREE").fails(400, "valueType");
    }

    @Test
    void an_extra_resource_belongs_to_its_vendor_and_shows_with_a_published_plan() {
        int id = post(vendor, "/billingItem", item("")).is(201).id();
        String path = "/billingItem/" + id;
        get(customer, path).is(404);
        put(rival, path, item("")).is(404);

        post(vendor, "/productVersion", plan(id, "'published': true")).is(201);

        get(customer, path).is(200);
        get(Principal.ANONYMOUS, path).is(200);
        put(rival, path, item("")).is(403);
        put(supervisor, path, item("")).is(403);
        delete(vendor, path).fails(409, "billing-item-in-use");
        put(vendor, path, item("").replace("TIERED", "VOLUME")).fails(409, "billing-item-has-prices");
        post(customer, "/billingItem", item("")).is(403);
        post(Principal.ANONYMOUS, "/billingItem", item("")).is(401);
        post(vendor, "/billingItem", item("'owner': {'url': 'company/" + rival.companyId() + "'}"))
                .is(403);
    }

    @Test
    void the_platforms_own_extra_resources_are_for_every_plan() {
        int id = post(admin, "/billingItem", item("'cloudesireQuota': 12.5"))
                .is(201)
                .id();

        assertThat(get(admin, "/billingItem/" + id)
                        .body()
                        .get("cloudesireQuota")
                        .decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(get(vendor, "/billingItem/" + id).is(200).body().has("cloudesireQuota"))
                .isFalse();
        post(vendor, "/productVersion", plan(id, "'published': true")).is(201);
        int unused = post(admin, "/billingItem", item("")).is(201).id();
        delete(admin, "/billingItem/" + unused).is(204);
    }

    @Test
    void a_plan_is_read_with_the_prices_that_it_was_written_with() {
        int id = post(vendor, "/billingItem", item("")).is(201).id();
        int plan = post(vendor, "/productVersion", plan(id, "'published': true"))
                .is(201)
                .id();
        String path = "/productVersion/" + plan;

        Answer read = get(customer, path).is(200);
        assertThat(read.body().get("billingItemValues")).hasSize(2);
        assertThat(read.text("/billingItemValues/0/item/url")).isEqualTo("billingItem/" + id);
        assertThat(read.text("/billingItemValues/0/start")).isEqualTo("1");
        assertThat(read.text("/billingItemValues/0/end")).isEqualTo("9");
        assertThat(read.text("/billingItemValues/0/price")).isEqualTo("5");
        assertThat(read.text("/billingItemValues/0/setup")).isEqualTo("7.5");
        assertThat(read.text("/billingItemValues/0/tag")).isEqualTo("small");
        assertThat(read.body().at("/billingItemValues/1").has("end")).isFalse();

        patch(vendor, path, "{'name': 'Other'}").is(204);
        assertThat(get(customer, path).body().get("billingItemValues"))
                .isEqualTo(read.body().get("billingItemValues"));
        patch(vendor, path, "{'billingItemValues': []}").is(204);
        assertThat(get(customer, path).body().get("billingItemValues")).isEmpty();
        assertThat(get(customer, "/productVersion?product=" + product).body()).hasSize(1);
    }

    @Test
    void what_is_wrong_with_prices_is_named() {
        int id = post(vendor, "/billingItem", item("")).is(201).id();
        int foreign = post(rival, "/billingItem", item("")).is(201).id();

        post(vendor, "/productVersion", plan(id, "'price': 1").replace("'start': 10", "'start': 11"))
                .fails(422, "gap");
        post(vendor, "/productVersion", plan(id, "'price': 1").replace("'start': 10", "'start': 9"))
                .fails(422, "overlap");
        post(vendor, "/productVersion", plan(id, "'price': 1").replace("'start': 10, ", ""))
                .fails(400, "billingItemValues[1].start");
        post(vendor, "/productVersion", plan(foreign, "'price': 1")).fails(422, "billingItem/" + foreign);
        post(vendor, "/productVersion", plan(999999, "'price': 1")).fails(422, "billingItem/999999");
        post(vendor, "/billingItem", item("").replace("TIERED", "CHEAP")).fails(400, "type");
        post(vendor, "/billingItem", item("'endpoint': {'method': 'CALL'}")).fails(400, "endpoint.method");
        post(vendor, "/billingItem", "{}").fails(400, "unit");
        post(admin, "/billingItem", item("'owner': {'url': 'company/999999'}")).fails(422, "company/999999");
    }

    private static String item(String more) {
        return "{'name': 'Users', 'description': 'Who may log in', 'unit': 'user', 'type': 'TIERED'"
                + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private String plan(int item, String more) {
        String reference = "'item': {'url': 'billingItem/" + item + "'}";
        return "{'product': {'url': 'product/" + product + "'}, 'name': 'Basic', 'billingPeriod': 1, " + more
                + (more.contains("'price'") ? "" : ", 'price': 10") + ", 'billingItemValues': ["
                + "{" + reference + ", 'start': 1, 'end': 9, 'price': 5, 'setup': 7.5, 'tag': 'small'},"
                + "{" + reference + ", 'start': 10, 'price': 3}]}";
    }
}
