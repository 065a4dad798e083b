package io.mercato.processors.cmw.search;

import io.mercato.domain.cmw.search.FacetKind;
import io.mercato.domain.cmw.search.PriceRanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Products, plans and filters as they fall. */
final class RandomShelf {
    private static final List<String> WORDS =
            List.of("Mail", "Wiki", "Backup", "Database", "Monitoring", "Chat", "for", "PostgreSQL", "Kafka");
    private static final List<String> TAGS = List.of("open source", "office", "it's \"special\"", "a,b{}", "x\\y");
    private static final List<String> TYPES = List.of("SYNDICATED", "MANAGED", "SERVICE");
    private static final List<String> PRICES =
            List.of("0", "9.99", "10", "49", "50", "99.5", "100", "499", "500", "9000");

    private final Shelf shelf;
    private final Random random;

    RandomShelf(Shelf shelf, int seed) {
        this.shelf = shelf;
        this.random = new Random(seed);
    }

    void fill(int products) {
        for (int i = 0; i < products; i++) {
            int id = shelf.jdbc
                    .sql(
                            "insert into cmw.product (type, company_id, category_id, name, short_description, tags, silent,"
                                    + " deleted, featured, rating, weight) values (?, ?, ?, ?, ?, to_jsonb(cast(? as text[])), ?, ?, ?,"
                                    + " cast(? as numeric), ?) returning id")
                    .params(
                            pick(TYPES),
                            random.nextBoolean() ? shelf.vendorCompany : shelf.rivalCompany,
                            random.nextBoolean() ? shelf.category : shelf.otherCategory,
                            pick(WORDS) + " " + pick(WORDS) + " " + i,
                            pick(WORDS) + " and " + pick(WORDS),
                            Arrays.of(List.of(pick(TAGS), pick(TAGS))),
                            random.nextInt(5) == 0,
                            random.nextInt(8) == 0,
                            random.nextInt(4) == 0,
                            random.nextInt(3) == 0 ? null : String.valueOf(1 + random.nextInt(41) / 10.0),
                            random.nextInt(3))
                    .query(Integer.class)
                    .single();
            for (int plan = random.nextInt(3); plan > 0; plan--) {
                plan(id);
            }
        }
    }

    private void plan(int product) {
        shelf.jdbc
                .sql(
                        "insert into cmw.product_version (product_id, name, price, billing_period, trial, cloud_provider_id,"
                                + " published, deleted) values (?, 'Plan', cast(? as numeric), cast(? as int), ?, ?, ?, ?)")
                .params(
                        product,
                        random.nextInt(5) == 0 ? null : pick(PRICES),
                        random.nextInt(3) == 0 ? "12" : null,
                        random.nextBoolean() ? "ALLOWED" : "NOT_ALLOWED",
                        random.nextBoolean() ? shelf.provider : null,
                        random.nextInt(4) != 0,
                        random.nextInt(6) == 0)
                .update();
    }

    /** Some filters at once, often none. */
    Map<String, String> filter() {
        Map<String, String> filter = new HashMap<>();
        maybe(filter, "query", pick(WORDS) + (random.nextBoolean() ? "" : " " + pick(WORDS)));
        maybe(filter, FacetKind.CATEGORY.filter(), String.valueOf(shelf.category));
        maybe(filter, FacetKind.TYPE.filter(), pick(TYPES));
        maybe(filter, FacetKind.VENDOR.filter(), String.valueOf(shelf.vendorCompany));
        maybe(filter, FacetKind.TAG.filter(), pick(TAGS));
        maybe(filter, FacetKind.CLOUD_PROVIDER.filter(), String.valueOf(shelf.provider));
        maybe(filter, FacetKind.PRICE.filter(), pick(PriceRanges.ALL));
        maybe(filter, FacetKind.RATING.filter(), pick(List.of("1", "3", "3.5", "5.0")));
        maybe(filter, FacetKind.TRIAL.filter(), String.valueOf(random.nextBoolean()));
        maybe(filter, FacetKind.FEATURED.filter(), String.valueOf(random.nextBoolean()));
        maybe(filter, "onlyActiveConfigurations", "true");
        maybe(filter, "ownCompany", "true");
        maybe(filter, "visibility", pick(List.of("ALL", "PUBLISHED", "UNPUBLISHED", "SILENT")));
        maybe(filter, "minPrice", pick(PRICES));
        maybe(filter, "maxPrice", pick(PRICES));
        maybe(filter, "name", pick(WORDS).substring(1));
        return filter;
    }

    private void maybe(Map<String, String> filter, String key, String value) {
        if (random.nextInt(6) == 0) {
            filter.put(key, value);
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
