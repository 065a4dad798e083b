package io.mercato.boot.bench;

import io.mercato.boot.harness.PlatformProcess;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.ProductReader;
import io.mercato.processors.cmw.search.ProductSearch;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.sql.FreshPlans;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.util.UriComponentsBuilder;

/** Measures a visitor's search, lists and product pages over a catalogue that grows. */
final class SearchBench {
    private static final String TRIVIAL = "/enum/Trial";

    private final BenchSettings settings;
    private final Figures figures;
    private final Meter meter;
    private final GetClient client;
    private final String databaseUrl;
    private final Products products;
    private final Growth growth = new Growth();
    private int size;

    SearchBench(BenchSettings settings, Figures figures, Meter meter, PlatformProcess platform) {
        this.settings = settings;
        this.figures = figures;
        this.meter = meter;
        this.client = new GetClient(platform);
        this.databaseUrl = Meter.databaseUrl(platform);
        this.products = new Products(databaseUrl);
    }

    void growTo(int number) throws Exception {
        products.growTo(number);
        size = number;
    }

    void measure() throws Exception {
        try (Connections bare = new Connections(databaseUrl)) {
            for (int repeat = -1; repeat < settings.repeats(); repeat++) {
                measureAll(bare, repeat < 0);
            }
        }
    }

    /** @param warmingUp whether what is measured does not count */
    private void measureAll(Connections bare, boolean warmingUp) throws Exception {
        call("trivial endpoint", List.of(TRIVIAL), warmingUp);
        lists("search, a rare name", rareNames(), bare, warmingUp);
        for (Map.Entry<String, List<String>> kind : Queries.kinds().entrySet()) {
            lists(kind.getKey(), kind.getValue(), bare, warmingUp);
        }
        List<Integer> ids = ids();
        List<Recorded> pages = new ArrayList<>();
        for (int id : ids) {
            pages.add(recorded(reader -> reader.get(Principal.ANONYMOUS, id)));
        }
        bare("product page", bare, pages, warmingUp);
        call("product page", ids.stream().map(id -> "/product/" + id).toList(), warmingUp);
        call("last page of all", List.of("/product?pageNumber=" + (lastPage() - 1)), warmingUp);
        call("facets of all", List.of("/product/facets"), warmingUp);
        call("facets of two words", facets("search, two words"), warmingUp);
    }

    private void lists(String what, List<String> queries, Connections bare, boolean warmingUp) throws Exception {
        List<Recorded> sent = new ArrayList<>();
        for (String query : queries) {
            sent.add(recorded(reader -> reader.list(Principal.ANONYMOUS, filter(query), PageRequest.FIRST)));
        }
        bare(what, bare, sent, warmingUp);
        call(what, queries.stream().map(query -> "/product?" + query).toList(), warmingUp);
    }

    /** The made-up words that some of the first products begin with: there are such names at any size. */
    private List<String> rareNames() throws Exception {
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select 'query=' || split_part(sort_name, ' ', 1) from cmw.product_search where listed"
                            + " order by product_id limit 40")
                    .query(String.class)
                    .list();
        }
    }

    private List<String> facets(String kind) {
        return Queries.kinds().get(kind).stream()
                .map(query -> "/product/facets?" + query)
                .toList();
    }

    private long lastPage() throws Exception {
        return client.get("/product?pageSize=20", null) / PageRequest.DEFAULT_SIZE;
    }

    private List<Integer> ids() throws Exception {
        return meter
                .numbers(
                        "select product_id from cmw.product_search where listed order by hashint4(product_id) limit 200")
                .stream()
                .map(Long::intValue)
                .toList();
    }

    private void bare(String what, Connections bare, List<Recorded> sent, boolean warmingUp) throws Exception {
        for (int atOnce : settings.connections()) {
            Cost before = meter.read();
            Timing timing = bare.measure(settings.requests(), atOnce, number -> sent.get(number % sent.size()));
            add("bare statements of: " + what, atOnce, timing, before, warmingUp);
        }
    }

    private void call(String what, List<String> paths, boolean warmingUp) throws Exception {
        for (int atOnce : settings.connections()) {
            Cost before = meter.read();
            Timing timing =
                    Load.run(settings.requests(), atOnce, number -> client.get(paths.get(number % paths.size()), null));
            add(what, atOnce, timing, before, warmingUp);
        }
    }

    private void add(String what, int atOnce, Timing timing, Cost before, boolean warmingUp) throws Exception {
        if (warmingUp) {
            return;
        }
        String row = String.format(Locale.ROOT, "%,d products: %s", size, what);
        figures.add(row, atOnce, timing, meter.read().minus(before).over(settings.requests()));
        growth.add(what + " | " + atOnce, size, timing.median());
    }

    /** How the medians grow with the catalogue. */
    String growth() {
        return growth.table();
    }

    private interface Asking {
        void ask(ProductReader reader);
    }

    private Recorded recorded(Asking asking) throws Exception {
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            return Recorded.of(connection, database -> asking.ask(reader(database)));
        }
    }

    private static ProductReader reader(DataSource database) {
        Json json = new Json(JsonConfiguration.newMapper());
        return new ProductReader(
                new Tables(JdbcClient.create(database), json),
                new ProductSearch(new FreshPlans(new NamedParameterJdbcTemplate(database))));
    }

    private static Filter filter(String query) {
        Map<String, String> values = new HashMap<>();
        UriComponentsBuilder.fromUriString("/?" + query)
                .build()
                .getQueryParams()
                .forEach((key, value) -> values.put(key, value.get(0).replace("%20", " ")));
        return new Filter(values);
    }
}
