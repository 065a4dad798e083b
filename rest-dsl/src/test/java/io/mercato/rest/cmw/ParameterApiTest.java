package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vendor wants to know of who orders: written with the product, named by its plans. */
class ParameterApiTest extends ApiTest {
    private static final String DOMAIN = "{'code': 'DOMAIN', 'name': 'Your domain', 'description': 'Where it lives',"
            + " 'hint': 'shop.example', 'validation': '[a-z.]+', 'required': true, 'weight': 5}";
    private static final String REGION = "{'name': 'Region', 'description': 'Where it runs',"
            + " 'acceptedValues': {'us': 'America', 'eu': 'Europe', 'a': 'Asia'}, 'sensitive': true}";
    private static final String SEATS =
            "{'code': 'SEATS', 'name': 'Seats', 'description': 'How many'," + " 'range': {'min': 1, 'max': 9}}";
    private static final String SHARE = "{'code': 'SHARE', 'name': 'Share', 'description': 'Which',"
            + " 'externalValuesUrl': 'https://vendor.example/shares?key=hush'}";

    private int product;

    @BeforeEach
    void aProduct() {
        product = post(vendor, "/product", product(DOMAIN, REGION, SEATS, SHARE))
                .is(201)
                .id();
    }

    private String product(String... parameters) {
        return with("'configurationParameters': [" + String.join(", ", parameters) + "], ");
    }

    private String with(String more) {
        return "{" + more + "'type': 'SYNDICATED', 'name': 'Shop', 'category': {'url': 'category/" + category + "'}}";
    }

    private String plan(String more) {
        return "{'product': {'url': 'product/" + product + "'}, 'name': 'Basic', 'price': 1, 'published': true" + more
                + "}";
    }

    private int published() {
        return post(vendor, "/productVersion", plan("")).is(201).id();
    }

    private List<Integer> parameters() {
        return jdbc.sql("select id from cmw.configuration_parameter where product_id = ? and not removed order by code")
                .param(product)
                .query(Integer.class)
                .list();
    }

    private static List<String> codes(Answer answer, String pointer) {
        answer.is(200);
        return answer.body().at(pointer).findValuesAsText("code");
    }

    @Test
    void they_are_written_and_read_with_the_product() {
        Answer read = get(vendor, "/product/" + product).is(200);

        assertThat(codes(read, "/configurationParameters")).containsExactly("DOMAIN", "REGION", "SEATS", "SHARE");
        assertThat(read.text("/configurationParameters/0/validation")).isEqualTo("[a-z.]+");
        assertThat(read.text("/configurationParameters/0/required")).isEqualTo("true");
        assertThat(read.body().at("/configurationParameters/1/acceptedValues").toString())
                .isEqualTo("{\"us\":\"America\",\"eu\":\"Europe\",\"a\":\"Asia\"}");
        assertThat(read.text("/configurationParameters/1/sensitive")).isEqualTo("true");
        assertThat(read.text("/configurationParameters/2/range/max")).isEqualTo("9");
        assertThat(read.text("/configurationParameters/3/externalValuesUrl"))
                .isEqualTo("https://vendor.example/shares?key=hush");
    }

    @Test
    void only_who_may_write_it_reads_the_vendors_own_address() {
        published();
        int share = parameters().get(3);

        for (Principal who : List.of(Principal.ANONYMOUS, customer, rival, supervisor)) {
            String shown = get(who, "/configurationParameter/" + share).is(200).text("/externalValuesUrl");
            assertThat(shown).isEqualTo("/api/configurationParameter/" + share + "/values");
            assertThat(get(who, "/product/" + product).text("/configurationParameters/3/externalValuesUrl"))
                    .isEqualTo(shown);
        }
        for (Principal who : List.of(vendor, admin)) {
            assertThat(get(who, "/configurationParameter/" + share).text("/externalValuesUrl"))
                    .contains("hush");
        }
    }

    @Test
    void they_are_listed_for_who_sees_the_product() {
        String list = "/configurationParameter?productId=" + product;
        int first = parameters().get(0);

        assertThat(codes(get(customer, list), "")).isEmpty();
        get(customer, "/configurationParameter/" + first).is(404);
        assertThat(codes(get(vendor, list), "")).hasSize(4);

        published();
        assertThat(codes(get(customer, list), "")).containsExactly("DOMAIN", "REGION", "SEATS", "SHARE");
        assertThat(get(customer, "/configurationParameter/" + first).text("/self"))
                .isEqualTo("configurationParameter/" + first);
        get(customer, "/configurationParameter/999999").is(404);
        get(customer, "/configurationParameter?productId=x").fails(400, "productId");
    }

    @Test
    void a_change_keeps_those_that_are_named_by_id_or_code_and_removes_the_others() {
        List<Integer> before = parameters();

        put(
                        vendor,
                        "/product/" + product,
                        product(
                                "{'id': " + before.get(0) + ", 'code': 'SEATS', 'name': 'Host', 'description': 'D'}",
                                "{'code': 'REGION', 'name': 'Zone', 'description': 'D'}",
                                "{'name': 'New one', 'description': 'D'}"))
                .is(200);

        Answer read = get(vendor, "/product/" + product);
        assertThat(codes(read, "/configurationParameters")).containsExactly("SEATS", "REGION", "NEW_ONE");
        assertThat(read.text("/configurationParameters/0/id"))
                .isEqualTo(before.get(0).toString());
        assertThat(read.text("/configurationParameters/1/id"))
                .isEqualTo(before.get(1).toString());
        assertThat(read.text("/configurationParameters/1/name")).isEqualTo("Zone");
        get(vendor, "/configurationParameter/" + before.get(3)).is(404);
    }

    @Test
    void two_may_swap_their_codes_and_a_new_one_may_take_a_code_that_became_free() {
        List<Integer> before = parameters();

        put(
                        vendor,
                        "/product/" + product,
                        product(
                                "{'id': " + before.get(0) + ", 'code': 'REGION', 'name': 'A', 'description': 'D'}",
                                "{'id': " + before.get(1) + ", 'code': 'DOMAIN', 'name': 'B', 'description': 'D'}",
                                "{'id': " + before.get(2) + ", 'code': 'PLACES', 'name': 'C', 'description': 'D'}",
                                "{'code': 'SEATS', 'name': 'E', 'description': 'D'}"))
                .is(200);

        Answer read = get(vendor, "/product/" + product);
        assertThat(codes(read, "/configurationParameters")).containsExactly("REGION", "DOMAIN", "PLACES", "SEATS");
        assertThat(read.text("/configurationParameters/1/id"))
                .isEqualTo(before.get(1).toString());
        assertThat(before)
                .doesNotContain(read.body().at("/configurationParameters/3/id").asInt());
    }

    @Test
    void who_does_not_speak_of_them_leaves_them_alone() {
        put(vendor, "/product/" + product, with("")).is(200);
        patch(vendor, "/product/" + product, "{'name': 'Store'}").is(204);

        assertThat(parameters()).hasSize(4);
        assertThat(get(vendor, "/product/" + product).text("/configurationParameters/3/externalValuesUrl"))
                .contains("hush");

        put(vendor, "/product/" + product, with("'configurationParameters': [], "))
                .is(200);
        assertThat(parameters()).isEmpty();
    }

    @Test
    void every_broken_rule_is_named() {
        Answer answer = post(
                vendor,
                "/product",
                product("{'code': '1a', 'name': ' ', 'description': '', 'externalValuesUrl': 'ftp://x', 'range': {}}"));

        answer.fails(400, "configurationParameters[0].code");
        answer.fails(400, "configurationParameters[0].name");
        answer.fails(400, "configurationParameters[0].description");
        answer.fails(400, "configurationParameters[0].externalValuesUrl");
        answer.fails(400, "configurationParameters[0].range.min");
        post(vendor, "/product", product(DOMAIN, DOMAIN)).fails(422, "DOMAIN is another's");
        post(vendor, "/product", product(DOMAIN.replace("[a-z.]+", "(("))).fails(422, "not a regular expression");
        int foreign = parameters().get(0);
        post(vendor, "/product", product("{'id': " + foreign + ", 'name': 'X', 'description': 'D'}"))
                .fails(422, "configurationParameter/" + foreign);
    }

    @Test
    void a_plan_names_those_that_it_asks_for() {
        List<Integer> all = parameters();
        String named = ", 'configurationParameters': [{'url': 'configurationParameter/" + all.get(2)
                + "'}, {'url': 'configurationParameter/" + all.get(0) + "'}]";

        Answer made = post(vendor, "/productVersion", plan(named)).is(201);

        assertThat(made.body().get("configurationParameters").findValuesAsText("url"))
                .containsExactly("configurationParameter/" + all.get(0), "configurationParameter/" + all.get(2));
        String path = "/productVersion/" + made.id();
        put(vendor, path, plan("")).is(200);
        assertThat(get(customer, path).body().get("configurationParameters")).hasSize(2);
        put(vendor, path, plan(", 'configurationParameters': []")).is(200);
        assertThat(get(customer, path).body().get("configurationParameters")).isEmpty();
        put(vendor, path, plan(", 'configurationParameters': [{'url': 'configurationParameter/999999'}]"))
                .fails(422, "configurationParameter/999999");
    }

    @Test
    void the_addresses_that_validate_orders_are_the_vendors_business() {
        String urls = "'orderValidationUrls': ['https://vendor.example/validate', 'https://vendor.example/again'], ";
        put(vendor, "/product/" + product, with(urls)).is(200);
        published();

        assertThat(get(vendor, "/product/" + product).body().get("orderValidationUrls"))
                .hasSize(2);
        assertThat(get(customer, "/product/" + product).body().get("orderValidationUrls"))
                .isEmpty();
        assertThat(get(vendor, "/product/" + product + "?apiVersion=20200101")
                        .body()
                        .has("orderValidationUrls"))
                .isFalse();
        put(vendor, "/product/" + product, with("'orderValidationUrls': ['mailto:x'], "))
                .fails(400, "orderValidationUrls");
        put(vendor, "/product/" + product, with("'orderValidationUrls': [" + "'http://a',".repeat(5) + "'http://b'], "))
                .fails(400, "orderValidationUrls");
    }

    @Test
    void who_is_logged_in_asks_for_the_values() {
        int basic = published();
        String request = "{'productVersion': {'url': 'productVersion/" + basic + "'}, 'configurationParameters':"
                + " {'configurationParameter/" + parameters().get(2) + "': '3'}}";
        String region = "/configurationParameter/" + parameters().get(1) + "/values";
        String domain = "/configurationParameter/" + parameters().get(0) + "/values";

        Answer answer = post(customer, region, request).is(200);
        assertThat(answer.body().get("values").findValuesAsText("value")).containsExactly("us", "eu", "a");
        assertThat(answer.text("/values/1/description")).isEqualTo("Europe");
        assertThat(post(customer, domain, request).is(200).body().has("values")).isFalse();
        post(Principal.ANONYMOUS, region, request).is(401);
        post(customer, region, "{}").fails(400, "productVersion");
        post(customer, region, request.replace("configurationParameter/", "shelf/"))
                .fails(400, "configurationParameters");
        post(customer, region, request.replace("productVersion/" + basic, "productVersion/999999"))
                .fails(422, "productVersion/999999");
        post(customer, "/configurationParameter/999999/values", request).is(404);
    }
}
