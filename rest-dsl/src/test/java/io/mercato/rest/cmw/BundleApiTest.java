package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class BundleApiTest extends ApiTest {
    private int wiki;
    private int mail;
    private int wikiPlan;
    private int mailPlan;
    private int office;

    @BeforeEach
    void productsAndABundle() {
        wiki = product("SYNDICATED", "Wiki");
        mail = product("SYNDICATED", "Mail");
        wikiPlan = plan(wiki, "'price': 10, 'setupFee': 5, 'billingPeriod': 1, 'published': true");
        mailPlan = plan(mail, "'price': 20, 'billingPeriod': 1, 'published': true");
        office = product("BUNDLE", "Office");
    }

    private int product(String type, String name) {
        return post(
                        vendor,
                        "/product",
                        "{'type': '" + type + "', 'name': '" + name + "', 'category': {'url': 'category/" + category
                                + "'}}")
                .is(201)
                .id();
    }

    private int plan(int product, String more) {
        return post(vendor, "/productVersion", body(product, more)).is(201).id();
    }

    private static String body(int product, String more) {
        return "{'product': {'url': 'product/" + product + "'}, 'name': 'All', " + more + "}";
    }

    private String both() {
        return "'bundle': {'productVersion/" + wikiPlan + "': 10, 'productVersion/" + mailPlan + "': 50}";
    }

    private int bundlePlan() {
        return plan(office, "'billingPeriod': 1, 'published': true, " + both());
    }

    @Test
    void a_bundle_costs_what_is_in_it_less_its_discounts() {
        int all = bundlePlan();

        Answer shown = get(customer, "/productVersion/" + all).is(200);
        assertThat(shown.body().get("price").decimalValue()).isEqualByComparingTo("19");
        assertThat(shown.body().get("setupFee").decimalValue()).isEqualByComparingTo("5");
        assertThat(shown.body().at("/bundle/productVersion~1" + mailPlan).decimalValue())
                .isEqualByComparingTo("50");
        Answer product = get(customer, "/product/" + office).is(200);
        assertThat(product.text("/isBundle")).isEqualTo("true");
        assertThat(product.text("/minimumCost/cheapest/url")).isEqualTo("productVersion/" + all);
        assertThat(product.body().at("/minimumCost/cost/price").decimalValue()).isEqualByComparingTo("19");
        assertThat(get(customer, "/productVersion/" + wikiPlan).body().has("bundle"))
                .isFalse();
    }

    @Test
    void the_bundles_of_a_product_are_listed_with_all_that_they_hold() {
        bundlePlan();

        for (int any : List.of(wiki, mail, office)) {
            Answer found =
                    get(Principal.ANONYMOUS, "/product/" + any + "/bundled").is(200);
            assertThat(found.body()).hasSize(1);
            assertThat(found.text("/0/id")).isEqualTo(String.valueOf(office));
            assertThat(found.text("/0/name")).isEqualTo("Office");
            assertThat(found.body().at("/0/bundled")).hasSize(2);
            assertThat(found.text("/0/bundled/1/product/id")).isEqualTo(String.valueOf(mail));
            assertThat(found.body().at("/0/bundled/1/discount").decimalValue()).isEqualByComparingTo("50");
        }
        int alone = product("SYNDICATED", "Alone");
        assertThat(get(vendor, "/product/" + alone + "/bundled").is(200).body()).isEmpty();
        get(customer, "/product/" + alone + "/bundled").is(404);
        get(customer, "/product/999999/bundled").is(404);
    }

    @Test
    void the_list_is_had_as_csv_with_the_fields_of_the_product() {
        bundlePlan();
        HttpHeaders csv = new HttpHeaders();
        csv.set("Accept", "text/csv");

        List<String> lines =
                text(customer, "/product/" + wiki + "/bundled", csv).lines().toList();

        assertThat(lines.get(0)).startsWith("id,self,type,name").endsWith(",bundled");
        assertThat(lines.get(1)).startsWith(office + ",product/" + office + ",BUNDLE,Office");
    }

    @Test
    void a_bundle_follows_the_price_of_what_is_in_it() {
        int all = bundlePlan();

        put(vendor, "/productVersion/" + mailPlan, body(mail, "'price': 40, 'billingPeriod': 1, 'published': true"))
                .is(200);

        assertThat(get(customer, "/productVersion/" + all).body().get("price").decimalValue())
                .isEqualByComparingTo("29");
    }

    @Test
    void a_bundle_is_no_longer_sold_when_something_in_it_is_not() {
        int all = bundlePlan();

        patch(vendor, "/productVersion/" + mailPlan, "{'published': false}").is(204);

        get(customer, "/productVersion/" + all).is(404);
        assertThat(get(vendor, "/productVersion/" + all).text("/published")).isEqualTo("false");
        patch(vendor, "/productVersion/" + all, "{'published': true}").fails(422, "not published");
        patch(vendor, "/productVersion/" + mailPlan, "{'published': true}").is(204);
        patch(vendor, "/productVersion/" + all, "{'published': true}").is(204);
        delete(vendor, "/product/" + wiki).is(204);
        get(customer, "/productVersion/" + all).is(404);
    }

    @Test
    void a_change_that_says_nothing_of_it_leaves_the_bundle_as_it_is() {
        int all = bundlePlan();

        put(vendor, "/productVersion/" + all, body(office, "'price': 1, 'billingPeriod': 1, 'published': true"))
                .is(200);

        Answer shown = get(customer, "/productVersion/" + all).is(200);
        assertThat(shown.body().get("bundle")).hasSize(2);
        assertThat(shown.body().get("price").decimalValue()).isEqualByComparingTo("19");
    }

    @Test
    void what_cannot_be_bundled_is_refused() {
        String published = "'billingPeriod': 1, 'published': true, ";
        int all = bundlePlan();
        int outer = product("BUNDLE", "Everything");

        post(vendor, "/productVersion", body(outer, published + "'bundle': {'productVersion/" + all + "': 1}"))
                .fails(422, "no other bundle");
        post(vendor, "/productVersion", body(outer, "'published': true, " + both()))
                .fails(422, "another period");
        post(vendor, "/productVersion", body(outer, published + both().replace("': 50", "': 101")))
                .fails(422, "0 to 100");
        post(vendor, "/productVersion", body(outer, published + "'bundle': {}")).fails(422, "two products");
        post(vendor, "/productVersion", body(outer, published + both() + ", 'trial': 'ALLOWED', 'trialLength': 3"))
                .fails(422, "cannot be tried");
        post(vendor, "/productVersion", body(outer, published + "'bundle': {'productVersion/999999': 1}"))
                .fails(422, "productVersion/999999");
        post(vendor, "/productVersion", body(outer, published + "'bundle': {'wiki': 1}"))
                .fails(400, "bundle");
        post(vendor, "/productVersion", body(wiki, published + both())).fails(422, "not-a-bundle");
        int foreign = post(
                        rival,
                        "/product",
                        "{'type': 'BUNDLE', 'name': 'Raid', 'category': {'url': 'category/" + category + "'}}")
                .is(201)
                .id();
        post(rival, "/productVersion", body(foreign, published + both())).fails(422, "another vendor's");
        post(admin, "/productVersion", body(foreign, published + both())).is(201);
    }
}
