package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import java.util.stream.StreamSupport;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What lists of the catalogue are narrowed and ordered by. */
class ProductListApiTest extends CatalogueTest {
    @Autowired
    private ProducerTemplate template;

    @Test
    void products_are_narrowed_and_ordered_by_what_customers_think_of_them() {
        int good = published("Good");
        int better = published("Better");
        int unrated = published("Unrated");
        rate(good, "3.50", 2);
        rate(better, "4.75", 8);
        String mine = "/product?company=" + vendor.companyId();

        assertThat(ids(get(customer, mine + "&rating=4"))).containsExactly(better);
        assertThat(ids(get(customer, mine + "&rating=3.5&orderingType=RATING"))).containsExactly(better, good);
        assertThat(ids(get(customer, mine + "&orderingType=rating"))).containsExactly(better, good, unrated);
        assertThat(get(customer, "/product/" + better).text("/averageRating")).isEqualTo("4.75");
        assertThat(get(customer, "/product/" + better).text("/numberOfRatings")).isEqualTo("8");
        get(customer, mine + "&rating=many").fails(400, "rating");
        get(customer, mine + "&featured=perhaps").fails(400, "featured");
    }

    @Test
    void products_are_ordered_by_how_often_they_were_sold_or_tried() {
        int sold = published("Sold");
        int tried = published("Tried");
        subscription(sold, "NORMAL");
        subscription(tried, "TRIAL");
        subscription(tried, "SANDBOX");
        subscription(tried, "SANDBOX");
        template.sendBody("direct:cmw-add-up-product-sales", null);
        String mine = "/product?company=" + vendor.companyId() + "&orderingType=";

        assertThat(ids(get(customer, mine + "TOPSOLD"))).containsExactly(sold, tried);
        assertThat(ids(get(customer, mine + "TOPTRIED"))).containsExactly(tried, sold);
    }

    @Test
    void a_product_whose_cloud_is_switched_off_is_no_active_configuration() {
        int runs = published("Runs");
        int stands = published("Stands");
        int cloud = post(superadmin, "/cloudProvider", CloudApiTest.provider(unique("cloud")))
                .is(201)
                .id();
        jdbc.sql("update cmw.product_version set cloud_provider_id = ? where product_id = ?")
                .params(cloud, stands)
                .update();
        String active = "/product?company=" + vendor.companyId() + "&onlyActiveConfigurations=true";
        assertThat(ids(get(customer, active))).containsExactlyInAnyOrder(runs, stands);

        jdbc.sql("update cmw.cloud_provider set enabled = false where id = ?")
                .param(cloud)
                .update();

        assertThat(ids(get(customer, active))).containsExactly(runs);
        assertThat(ids(get(customer, "/product?company=" + vendor.companyId()))).hasSize(2);
    }

    @Test
    void categories_are_narrowed_to_those_with_something_to_order() {
        int empty = category;
        assertThat(ids(get(customer, "/category?pageSize=50&mode=NOT_EMPTY"))).doesNotContain(empty);
        int product = published("Shelved");

        assertThat(ids(get(customer, "/category?pageSize=50&mode=NOT_EMPTY"))).contains(category);
        assertThat(ids(get(customer, "/category?pageSize=50&onlyActiveConfigurations=true")))
                .contains(category);
        int cloud = post(superadmin, "/cloudProvider", CloudApiTest.provider(unique("cloud")))
                .id();
        jdbc.sql("update cmw.cloud_provider set enabled = false where id = ?")
                .param(cloud)
                .update();
        jdbc.sql("update cmw.product_version set cloud_provider_id = ? where product_id = ?")
                .params(cloud, product)
                .update();
        assertThat(ids(get(customer, "/category?pageSize=50&onlyActiveConfigurations=true")))
                .doesNotContain(category);
        get(customer, "/category?mode=some").fails(400, "mode");
    }

    @Test
    void plans_are_narrowed_by_whether_they_are_published() {
        int product = published("Plans");
        int shown = planOf(vendor, product);
        int hidden = post(vendor, "/productVersion", plan(product, "'price': 2"))
                .is(201)
                .id();
        String list = "/productVersion?product=" + product;

        assertThat(ids(get(vendor, list))).containsExactly(shown);
        assertThat(ids(get(vendor, list + "&visibility=ALL"))).containsExactlyInAnyOrder(shown, hidden);
        assertThat(ids(get(vendor, list + "&visibility=UNPUBLISHED"))).containsExactly(hidden);
        assertThat(ids(get(customer, list + "&visibility=UNPUBLISHED"))).isEmpty();
        assertThat(ids(get(vendor, list + "&withUnpublished=true&visibility=PUBLISHED")))
                .containsExactly(shown);
        get(vendor, list + "&visibility=dark").fails(400, "visibility");
    }

    @Test
    void tags_are_counted_over_what_everybody_sees() {
        String tag = unique("tag");
        String body = "{'tags': [{'tag': '" + tag + "'}]}";
        int one = published("One");
        int two = published("Two");
        int hidden = post(vendor, "/product", product("Three")).is(201).id();
        for (int product : new int[] {one, two, hidden}) {
            patch(vendor, "/product/" + product, body).is(204);
        }

        assertThat(count(tag)).isEqualTo(2);
        patch(vendor, "/product/" + two, "{'silent': true}").is(204);
        assertThat(count(tag)).isEqualTo(1);
    }

    @Test
    void a_list_of_products_is_had_by_its_headers_and_as_csv() {
        int product = published("Listed, \"quoted\"".replace("\"", ""));
        String mine = "/product?company=" + vendor.companyId();
        HttpHeaders csv = new HttpHeaders();
        csv.set("Accept", "text/csv");

        Answer head = call(customer, HttpMethod.HEAD, mine, null);

        assertThat(head.response().getHeaders().getFirst("CMW-TotalItems")).isEqualTo("1");
        assertThat(head.body()).isNull();
        assertThat(text(customer, mine, csv).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(product + ",product/" + product + ",SYNDICATED,\"Listed, quoted\""));
    }

    @Test
    void what_was_sold_stays_when_its_product_is_removed() {
        int product = published("Sold out");
        int plan = planOf(vendor, product);
        subscription(product, "NORMAL");

        delete(vendor, "/product/" + product).is(204);

        get(customer, "/product/" + product).is(200);
        get(customer, "/productVersion/" + plan).is(200);
        get(Principal.ANONYMOUS, "/product/" + product).is(404);
        get(Principal.ANONYMOUS, "/productVersion/" + plan).is(404);
        assertThat(ids(get(customer, "/product?company=" + vendor.companyId()))).doesNotContain(product);
        assertThat(jdbc.sql("select p.deleted and not v.published from cmw.subscription s"
                                + " join cmw.product p on p.id = s.product_id"
                                + " join cmw.product_version v on v.id = s.product_version_id where p.id = ?")
                        .param(product)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        delete(admin, "/category/" + category).fails(409, "in use");
    }

    private long count(String tag) {
        for (int page = 1; ; page++) {
            JsonNode tags = get(Principal.ANONYMOUS, "/productTag?pageSize=50&pageNumber=" + page)
                    .is(200)
                    .body();
            if (tags.isEmpty()) {
                return 0;
            }
            var found = StreamSupport.stream(tags.spliterator(), false)
                    .filter(item -> item.get("tag").asText().equals(tag))
                    .findFirst();
            if (found.isPresent()) {
                return found.get().get("productCount").asLong();
            }
        }
    }

    private void rate(int product, String rating, int count) {
        jdbc.sql("update cmw.product set rating = cast(? as numeric), rating_count = ? where id = ?")
                .params(rating, count, product)
                .update();
    }

    private void subscription(int product, String type) {
        jdbc.sql("insert into cmw.subscription (type, status, name, product_id, product_name, product_type,"
                        + " product_version_id, product_version_name, vendor_id, buyer_id, price, currency, vat_rate,"
                        + " unkillable, renewable, auto_renew, paid, created_at, updated_at) values (?, 'DEPLOYED', 's', ?,"
                        + " 'p', 'SYNDICATED', ?, 'v', ?, ?, 1, 'EUR', 22, false, false, false, true, now(), now())")
                .params(type, product, planOf(vendor, product), vendor.companyId(), customer.userId())
                .update();
    }
}
