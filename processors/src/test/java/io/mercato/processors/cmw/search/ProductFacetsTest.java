package io.mercato.processors.cmw.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.search.Facet;
import io.mercato.domain.cmw.search.FacetKind;
import io.mercato.domain.cmw.search.PriceRanges;
import io.mercato.domain.cmw.search.ProductFacets;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.database.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductFacetsTest {
    private static TestDatabase database;
    private Shelf shelf;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        shelf = new Shelf(database);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void each_count_is_the_total_of_the_list_that_is_narrowed_by_it(int seed) {
        RandomShelf shelves = new RandomShelf(shelf, seed);
        shelves.fill(80);
        for (int i = 0; i < 12; i++) {
            Map<String, String> filter = shelves.filter();
            for (Principal who : List.of(Principal.ANONYMOUS, shelf.vendor, shelf.supervisor)) {
                ProductFacets facets = shelf.facets.of(who, new Filter(filter));

                assertThat(facets.complete()).isTrue();
                assertThat(facets.totalItems()).isEqualTo(total(who, filter));
                facets.facets()
                        .forEach(facet -> facet.counts()
                                .forEach(count -> assertThat(count.count())
                                        .as("%s of %s with %s for %s", count, facet.kind(), filter, who.role())
                                        .isEqualTo(total(
                                                who,
                                                Shelf.and(filter, facet.kind().filter(), count.value())))));
            }
        }
    }

    private long total(Principal who, Map<String, String> filter) {
        long said = shelf.page(who, filter, 1, 50).totalItems();
        long found = Stream.iterate(1, number -> number + 1)
                .map(number -> shelf.page(who, filter, number, 50).items().size())
                .takeWhile(size -> size > 0)
                .mapToLong(Integer::longValue)
                .sum();
        assertThat(said).isEqualTo(found);
        return said;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void what_is_found_and_counted_is_what_the_reader_may_see(int seed) {
        new RandomShelf(shelf, seed).fill(80);
        for (Role role : Role.values()) {
            for (Integer company : java.util.Arrays.asList(shelf.vendorCompany, shelf.rivalCompany, null)) {
                Principal who = new Principal(7, "x", "x@b.example", "X", "en", role, company, null);
                List<Integer> seen = seen(who);

                assertThat(found(who, Map.of())).as("%s", who).containsExactlyInAnyOrderElementsOf(seen);
                assertThat(found(who, Map.of("query", "a")).stream().filter(id -> !seen.contains(id)))
                        .isEmpty();
                assertThat(found(who, Map.of("query", "and")))
                        .as("in every description")
                        .containsExactlyInAnyOrderElementsOf(seen);
                assertThat(counts(who, Map.of("query", "and"))).isEqualTo(counts(who, Map.of()));
                assertThat(count(who, FacetKind.TYPE)).isEqualTo(seen.size());
            }
        }
    }

    private List<Integer> found(Principal who, Map<String, String> filter) {
        return Stream.of(1, 2)
                .flatMap(page -> shelf.page(who, filter, page, 50).items().stream())
                .toList();
    }

    /** As {@code ProductSight} says it, over the products themselves. */
    private List<Integer> seen(Principal who) {
        boolean everything = who.role().isStaff();
        int own = who.role() == Role.VENDOR && who.companyId() != null ? who.companyId() : 0;
        return shelf.jdbc
                .sql(
                        "select id from cmw.product p where not deleted and (:everything or company_id = :own or not silent"
                                + " and exists (select from cmw.product_version v where v.product_id = p.id and v.published"
                                + " and not v.deleted))")
                .param("everything", everything)
                .param("own", own)
                .query(Integer.class)
                .list();
    }

    private Map<FacetKind, List<Facet.Count>> counts(Principal who, Map<String, String> filter) {
        return shelf.facets.of(who, new Filter(filter)).facets().stream()
                .collect(Collectors.toMap(Facet::kind, Facet::counts));
    }

    private long count(Principal who, FacetKind kind) {
        return counts(who, Map.of()).getOrDefault(kind, List.of()).stream()
                .mapToLong(Facet.Count::count)
                .sum();
    }

    @Test
    void values_have_the_names_that_people_know() {
        int id = shelf.product("Mail", "", "");
        shelf.jdbc
                .sql("update cmw.category set translations = '{\"it\": {\"name\": \"Dati\"}}' where id = ?")
                .param(shelf.category)
                .update();
        shelf.jdbc
                .sql("update cmw.product_version set cloud_provider_id = ?, trial = 'ALLOWED' where product_id = ?")
                .params(shelf.provider, id)
                .update();

        Map<FacetKind, List<Facet.Count>> counts = counts(shelf.customer.inLanguage("it"), Map.of());

        assertThat(counts.get(FacetKind.CATEGORY))
                .containsExactly(new Facet.Count(String.valueOf(shelf.category), "Dati", 1));
        assertThat(counts.get(FacetKind.VENDOR))
                .containsExactly(new Facet.Count(String.valueOf(shelf.vendorCompany), "Städtische Werke", 1));
        assertThat(counts.get(FacetKind.CLOUD_PROVIDER))
                .containsExactly(new Facet.Count(String.valueOf(shelf.provider), "North", 1));
        assertThat(counts.get(FacetKind.TYPE)).containsExactly(new Facet.Count("SYNDICATED", null, 1));
        assertThat(counts.get(FacetKind.TRIAL)).containsExactly(new Facet.Count("true", null, 1));
        assertThat(counts.get(FacetKind.PRICE)).containsExactly(new Facet.Count("0-10", null, 1));
    }

    @Test
    void ranges_of_prices_are_the_database_s() {
        List<BigDecimal> prices = Stream.of(
                        "0", "0.01", "9.99", "10", "49", "50", "99.99", "100", "499", "500", "12345")
                .map(BigDecimal::new)
                .toList();

        assertThat(prices.stream()
                        .map(price -> shelf.jdbc
                                .sql("select cmw.search_price_range(?)")
                                .param(price)
                                .query(String.class)
                                .single())
                        .distinct())
                .containsExactlyElementsOf(PriceRanges.ALL);
        assertThatThrownBy(() -> counts(shelf.customer, Map.of("priceRange", "1-2")))
                .isInstanceOf(MercatoException.class)
                .hasMessageContaining("priceRange");
    }

    @Test
    void writers_side_by_side_lose_no_count() throws Exception {
        Thread[] writers = new Thread[6];
        for (int i = 0; i < writers.length; i++) {
            int number = i;
            writers[i] = new Thread(() -> {
                for (int j = 0; j < 20; j++) {
                    int id = shelf.product("Mail " + number + " " + j, "", "");
                    if (j % 2 == 0) {
                        shelf.set(id, "deleted = true");
                    }
                }
            });
            writers[i].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(shelf.page(shelf.customer, Map.of(), 1, 50).totalItems()).isEqualTo(60);
        assertThat(shelf.jdbc
                        .sql("select count(*) from cmw.product_search where listed")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
    }
}
