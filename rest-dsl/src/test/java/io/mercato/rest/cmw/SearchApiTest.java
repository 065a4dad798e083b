package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

class SearchApiTest extends ApiTest {

    @Test
    void what_cannot_be_kept_cannot_be_searched() {
        get(customer, "/product?query=%00").fails(400, "query");
        get(customer, "/product/facets?query=%00").fails(400, "query");
    }

    @Test
    void a_product_is_found_by_words_in_the_visitor_s_language() {
        int product = published("Fernschreiber", "Sends messages between departments");
        patch(vendor, "/product/" + product, "{'shortDescription': 'Sends letters to all departments'}")
                .is(204);

        assertThat(found(Principal.ANONYMOUS, "department letter")).containsExactly(product);
        assertThat(found(customer, "fernschr")).containsExactly(product);
        assertThat(found(customer, "fernshcreiber")).containsExactly(product);
        assertThat(found(customer, "fernschreiber trombone")).isEmpty();
        assertThat(search(customer, "letters&language=it").get(0).get("id").asInt())
                .isEqualTo(product);
    }

    @Test
    void a_search_combines_with_filters_pages_and_head() {
        String word = unique("quokka");
        int first = published(word, "One");
        int second = published("The other " + word, "Two");
        String path = "/product?query=" + word;

        Answer page = get(customer, path + "&pageSize=1");
        Answer next = get(customer, path + "&pageSize=1&pageNumber=2");

        assertThat(page.text("/0/id")).isEqualTo(String.valueOf(first));
        assertThat(next.text("/0/id")).isEqualTo(String.valueOf(second));
        assertThat(page.response().getHeaders().getFirst("CMW-TotalItems")).isEqualTo("2");
        assertThat(page.response().getHeaders().getFirst("CMW-TotalPages")).isEqualTo("2");
        assertThat(call(customer, HttpMethod.HEAD, path, null)
                        .is(200)
                        .response()
                        .getHeaders()
                        .getFirst("CMW-TotalItems"))
                .isEqualTo("2");
        assertThat(get(customer, path + "&categoryId=" + category + "&orderingType=NEWEST")
                        .body())
                .hasSize(2);
        assertThat(get(customer, path + "&company=" + rival.companyId()).body()).isEmpty();
        HttpHeaders csv = new HttpHeaders();
        csv.set("Accept", "text/csv");
        assertThat(text(customer, path, csv).lines()).hasSize(3);
    }

    @Test
    void drafts_are_found_and_counted_for_whom_they_belong_to_only() {
        String word = unique("wombat");
        int draft = post(vendor, "/product", product(word, "Not yet")).is(201).id();

        for (Principal who : List.of(Principal.ANONYMOUS, customer, rival)) {
            assertThat(found(who, word)).isEmpty();
            assertThat(facets(who, "query=" + word).at("/totalItems").asInt()).isZero();
            assertThat(facets(who, "company=" + vendor.companyId())
                            .at("/totalItems")
                            .asInt())
                    .isZero();
        }
        for (Principal who : List.of(vendor, supervisor, admin)) {
            assertThat(found(who, word)).containsExactly(draft);
            assertThat(facets(who, "query=" + word).at("/totalItems").asInt()).isEqualTo(1);
        }
    }

    @Test
    void facets_say_how_many_products_each_filter_leaves() {
        String word = unique("numbat");
        published(word + " one", "x");
        published(word + " two", "x");

        JsonNode facets = facets(customer, "query=" + word);

        assertThat(facets.get("complete").asBoolean()).isTrue();
        assertThat(facets.get("totalItems").asInt()).isEqualTo(2);
        assertThat(value(facets, "categoryId", String.valueOf(category))).isEqualTo(2);
        assertThat(value(facets, "productType", "SYNDICATED")).isEqualTo(2);
        assertThat(value(facets, "tag", "office")).isEqualTo(2);
        assertThat(value(facets, "priceRange", "0-10")).isEqualTo(2);
        assertThat(value(facets, "trial", "false")).isEqualTo(2);
        assertThat(value(facets, "company", String.valueOf(vendor.companyId()))).isEqualTo(2);
        get(customer, "/product/facets?priceRange=cheap").fails(400, "priceRange");
        get(customer, "/product/facets?categoryId=x").fails(400, "categoryId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "& | ! ( ) : *", "%", "\\", "   ", "🙂", "<script>", "{'a': 1}", "a:* & b"})
    void no_query_breaks_anything(String typed) {
        String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        for (String key : List.of("query", "name", "nameFilter", "tag")) {
            get(customer, "/product?" + key + "=" + encoded).is(200);
            get(customer, "/product/facets?" + key + "=" + encoded).is(200);
        }
    }

    @Test
    void a_query_may_be_long() {
        get(customer, "/product?query=" + "long%20".repeat(500)).is(200);
        assertThat(get(customer, "/product?query=" + "x".repeat(5_000)).is(200).body())
                .isEmpty();
    }

    private int published(String name, String description) {
        int product =
                post(vendor, "/product", product(name, description)).is(201).id();
        post(
                        vendor,
                        "/productVersion",
                        "{'product': {'url': 'product/" + product
                                + "'}, 'name': 'Basic', 'price': 9, 'published': true}")
                .is(201);
        return product;
    }

    private String product(String name, String description) {
        return "{'type': 'SYNDICATED', 'name': '" + name + "', 'category': {'url': 'category/" + category
                + "'}, 'tags': [{'tag': 'office'}], 'shortDescription': '" + description + "'}";
    }

    private JsonNode search(Principal who, String query) {
        return get(who, "/product?query=" + query.replace(" ", "%20")).is(200).body();
    }

    private List<Integer> found(Principal who, String query) {
        return StreamSupport.stream(search(who, query).spliterator(), false)
                .map(product -> product.get("id").asInt())
                .toList();
    }

    private JsonNode facets(Principal who, String filter) {
        return get(who, "/product/facets?" + filter).is(200).body();
    }

    private static int value(JsonNode facets, String filter, String value) {
        return StreamSupport.stream(facets.get("facets").spliterator(), false)
                .filter(facet -> facet.get("filter").asText().equals(filter))
                .flatMap(facet -> StreamSupport.stream(facet.get("values").spliterator(), false))
                .filter(one -> one.get("value").asText().equals(value))
                .mapToInt(one -> one.get("count").asInt())
                .sum();
    }
}
