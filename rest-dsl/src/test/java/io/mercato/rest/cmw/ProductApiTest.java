package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductApiTest extends ApiTest {

    @Test
    void a_vendor_makes_a_product_that_shows_once_it_has_a_published_plan() {
        Answer made = post(vendor, "/product", product("Notes")).is(201);
        String path = "/product/" + made.id();

        assertThat(made.response().getHeaders().getFirst("Location")).isEqualTo("/api" + path);
        assertThat(made.text("/self")).isEqualTo("product/" + made.id());
        assertThat(made.text("/company/url")).isEqualTo("company/" + vendor.companyId());
        assertThat(made.body().get("isSyndicated").asBoolean()).isTrue();
        get(customer, path).is(404);
        get(rival, path).is(404);
        get(supervisor, path).is(200);

        Answer plan = post(vendor, "/productVersion", plan(made.id(), "'published': true, 'price': 9.99"))
                .is(201);

        Answer shown = get(Principal.ANONYMOUS, path).is(200);
        assertThat(shown.text("/productVersion/0/url")).isEqualTo("productVersion/" + plan.id());
        assertThat(shown.text("/minimumCost/cheapest/url")).isEqualTo("productVersion/" + plan.id());
        assertThat(shown.text("/minimumCost/cost/price")).isEqualTo("9.99");
        assertThat(shown.text("/published")).endsWith("Z");
    }

    @Test
    void the_cheapest_plan_by_the_month_is_the_minimum_cost() {
        int product = published("Wiki", "'price': 10, 'billingPeriod': 1");
        Answer yearly = post(
                        vendor, "/productVersion", plan(product, "'published': true, 'price': 96, 'billingPeriod': 12"))
                .is(201);

        Answer shown = get(customer, "/product/" + product).is(200);

        assertThat(shown.text("/minimumCost/cheapest/url")).isEqualTo("productVersion/" + yearly.id());
        assertThat(shown.text("/minimumCost/billingPeriod")).isEqualTo("12");
    }

    @Test
    void a_list_is_narrowed_by_its_filters() {
        String name = unique("Mail 100%");
        int product = published(name, "'price': 1");
        String mine = "/product?company=" + vendor.companyId();

        assertThat(ids(get(Principal.ANONYMOUS, mine))).containsExactly(product);
        assertThat(ids(get(customer, mine + "&categoryId=" + category))).containsExactly(product);
        assertThat(ids(get(customer, mine + "&productType=SYNDICATED&tag=office")))
                .containsExactly(product);
        assertThat(ids(get(customer, mine + "&name=100%25&orderingType=NAME"))).containsExactly(product);
        assertThat(ids(get(customer, mine + "&nameFilter=nothing"))).isEmpty();
        assertThat(ids(get(customer, mine + "&tag=home"))).isEmpty();
        assertThat(ids(get(vendor, "/product?ownCompany=true&visibility=PUBLISHED")))
                .containsExactly(product);
        assertThat(ids(get(vendor, "/product?ownCompany=true&visibility=UNPUBLISHED")))
                .isEmpty();
        assertThat(get(customer, mine).response().getHeaders().getFirst("CMW-TotalItems"))
                .isEqualTo("1");
        get(customer, "/product?productType=CAR").fails(400, "productType");
        get(customer, "/product?categoryId=first").fails(400, "categoryId");
    }

    @Test
    void a_silent_product_is_on_no_list_but_can_be_read() {
        int product = published("Secret", "'price': 1");
        put(vendor, "/product/" + product, product("Secret").replace("{", "{'silent': true, "))
                .is(200);

        assertThat(ids(get(customer, "/product?company=" + vendor.companyId()))).isEmpty();
        assertThat(ids(get(vendor, "/product?company=" + vendor.companyId()))).containsExactly(product);
        get(customer, "/product/" + product).is(200);
    }

    @Test
    void every_broken_rule_of_a_product_is_named() {
        Answer answer =
                post(vendor, "/product", "{'type': 'SYNDICATED', 'name': '', 'syndicationEndpoints': ['ftp://x']}");

        answer.fails(400, "category");
        answer.fails(400, "name");
        answer.fails(400, "syndicationEndpoints");
        post(vendor, "/product", product("X").replace("'SYNDICATED'", "'CAR'")).fails(400, "type");
        post(vendor, "/product", product("X").replace("'type': 'SYNDICATED',", ""))
                .fails(400, "type");
        post(vendor, "/product", product("X").replace("category/", "shelf/")).fails(400, "category");
        post(vendor, "/product", product("X").replace("category/" + category, "category/999999"))
                .fails(422, "category/999999");
        post(admin, "/product", product("X").replace("{'type'", "{'company': {'url': 'company/999999'}, 'type'"))
                .fails(422, "company/999999");
        for (String kind : new String[] {"CUSTOMER", "RESELLER", "DISTRIBUTOR"}) {
            int company = jdbc.sql("insert into cmw.company (kind, name, email_address) values (?, 'X', 'x@x.example')"
                            + " returning id")
                    .param(kind)
                    .query(Integer.class)
                    .single();
            post(
                            admin,
                            "/product",
                            product("X").replace("{'type'", "{'company': {'url': 'company/" + company + "'}, 'type'"))
                    .fails(422, "Field company refers to");
        }
        post(vendor, "/product", product("X").replace("SYNDICATED", "CSP")).fails(422, "CSP");
    }

    @Test
    void who_is_no_vendor_makes_no_product() {
        post(Principal.ANONYMOUS, "/product", product("X")).fails(401, "Log in");
        post(customer, "/product", product("X")).is(403);
        post(supervisor, "/product", product("X")).is(403);
        post(admin, "/product", product("X")).fails(400, "company");
    }

    @Test
    void only_an_administrator_makes_a_vm_product_and_hands_it_to_a_vendor() {
        String body = product("Bare")
                .replace("{'type': 'SYNDICATED'", "{'company': {'url': 'company/" + rival.companyId() + "'}");

        post(vendor, "/product/vm", body).is(403);
        post(vendor, "/product", product("Bare").replace("SYNDICATED", "VM")).is(403);
        Answer made = post(admin, "/product/vm", body).is(201);

        assertThat(made.body().get("isVm").asBoolean()).isTrue();
        get(rival, "/product/" + made.id()).is(200);
        String handed = product("Bare")
                .replace(
                        "{'type': 'SYNDICATED'",
                        "{'type': 'VM', 'company': {'url': 'company/" + vendor.companyId() + "'}");
        put(rival, "/product/" + made.id(), handed).fails(403, "company");
        put(admin, "/product/" + made.id(), handed).is(200);
        get(rival, "/product/" + made.id()).is(404);
        get(vendor, "/product/" + made.id()).is(200);
    }

    @Test
    void a_product_is_changed_by_its_vendor_only_and_never_changes_its_type() {
        int product = published("Chat", "'price': 1");
        String path = "/product/" + product;

        assertThat(put(vendor, path, product("Chat 2")).is(200).text("/name")).isEqualTo("Chat 2");
        put(rival, path, product("Mine")).is(403);
        put(customer, path, product("Mine")).is(403);
        put(Principal.ANONYMOUS, path, product("Mine")).is(401);
        put(vendor, path, product("Chat").replace("SYNDICATED", "MANAGED")).fails(409, "never changes");
        put(vendor, "/product/999999", product("X")).is(404);
    }

    @Test
    void the_key_of_the_events_is_for_the_vendor_and_administrators_and_is_kept_when_it_is_left_away() {
        int product = published("Signed", "'price': 1");
        String path = "/product/" + product;
        put(vendor, path, product("Signed").replace("{", "{'notificationSecretToken': 'k3y', "))
                .is(200);
        put(vendor, path, product("Signed")).is(200);

        for (Principal who : List.of(vendor, admin)) {
            assertThat(get(who, path).text("/notificationSecretToken")).isEqualTo("k3y");
        }
        for (Principal who : List.of(Principal.ANONYMOUS, customer, rival, supervisor)) {
            assertThat(get(who, path).body().has("notificationSecretToken")).isFalse();
            assertThat(get(who, path).body().get("syndicationEndpoints")).isEmpty();
        }
    }

    @Test
    void a_patch_changes_the_named_fields_only() {
        int product = published("Patched", "'price': 1");
        String path = "/product/" + product;

        patch(vendor, path, "{'shortDescription': 'new', 'slug': '" + unique("slug") + "'}")
                .is(204);

        assertThat(get(vendor, path).text("/shortDescription")).isEqualTo("new");
        assertThat(get(vendor, path).text("/tags/0/tag")).isEqualTo("office");
        patch(vendor, path, "{'name': null}").fails(400, "name");
        patch(vendor, path, "{'action': 'ACTIVATE'}").fails(422, "action");
        patch(vendor, path, "[]").is(400);
        patch(rival, path, "{'shortDescription': 'x'}").is(403);
    }

    @Test
    void a_number_and_a_slug_belong_to_one_product() {
        String sku = unique("SKU");
        String body = product("Numbered").replace("{", "{'sku': '" + sku + "', ");
        int product = post(vendor, "/product", body).is(201).id();

        assertThat(get(vendor, "/product/sku/" + sku).is(200).id()).isEqualTo(product);
        get(customer, "/product/sku/" + sku).is(404);
        post(vendor, "/product", body).is(409);
        assertThat(post(vendor, "/product", product("Numbered")).is(201).text("/slug"))
                .startsWith("numbered-");
    }

    @Test
    void a_removed_product_is_gone_with_its_plans() {
        int product = published("Gone", "'price': 1");
        int plan = get(vendor, "/product/" + product)
                .body()
                .at("/productVersion/0/url")
                .asText()
                .transform(url -> Integer.parseInt(url.substring(url.indexOf('/') + 1)));

        delete(rival, "/product/" + product).is(403);
        delete(vendor, "/product/" + product).is(204);

        get(vendor, "/product/" + product).is(404);
        get(vendor, "/productVersion/" + plan).is(404);
        delete(vendor, "/product/" + product).is(404);
    }

    @Test
    void metadata_is_the_vendors() {
        int product = published("Tagged", "'price': 1");
        String path = "/product/" + product + "/metadata";

        put(vendor, path, "{'crm': '42', 'shelf': 'b,(1)'}").is(204);
        assertThat(get(vendor, path).is(200).body().toString()).isEqualTo("{\"crm\":\"42\",\"shelf\":\"b,(1)\"}");
        delete(vendor, path + "/crm").is(204);
        assertThat(get(admin, path).body().size()).isEqualTo(1);
        get(customer, path).is(403);
        put(rival, path, "{}").is(403);
        put(vendor, path, "{'crm': 42.5, 'list': []}").is(400);
    }

    @Test
    void the_values_of_an_enumeration_are_told() {
        assertThat(get(Principal.ANONYMOUS, "/enum/Trial").is(200).body()).hasSize(3);
        assertThat(get(Principal.ANONYMOUS, "/enum/UserRole").text("/0")).isEqualTo("ROLE_ANONYMOUS");
        get(Principal.ANONYMOUS, "/enum/Secret").is(404);
    }

    private int published(String name, String price) {
        int product = post(vendor, "/product", product(name)).is(201).id();
        post(vendor, "/productVersion", plan(product, "'published': true, " + price))
                .is(201);
        return product;
    }

    private String product(String name) {
        return "{'type': 'SYNDICATED', 'name': '" + name + "', 'category': {'url': 'category/" + category
                + "'}, 'tags': [{'tag': 'office'}], 'syndicationEndpoints': ['https://vendor.example/events']}";
    }

    private static String plan(int product, String more) {
        return "{'product': {'url': 'product/" + product + "'}, 'name': 'Basic', " + more + "}";
    }

    private static List<Integer> ids(Answer answer) {
        answer.is(200);
        return answer.body().findValues("id").stream().map(id -> id.asInt()).toList();
    }
}
