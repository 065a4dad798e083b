package io.mercato.boot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What visitors ask of the catalogue, by kind: queries of {@code GET /product}, taken in turn. */
final class Queries {
    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        // spotless:off
        KINDS.put("search, two words", List.of(
            "query=procurement%20fortran", "query=compliance%20erlang", "query=whiteboard%20odoo", "query=survey%20moodle",
            "query=timesheet%20cobol", "query=geocoding%20rust", "query=onboarding%20drupal", "query=telemetry%20vault"));
        KINDS.put("search, a frequent word", List.of(
            "query=backup", "query=database", "query=postgresql", "query=kubernetes", "query=monitoring"));
        KINDS.put("search, typed half", List.of(
            "query=post", "query=kube", "query=whitebo", "query=forec", "query=norvel", "query=backup%20for%20gra"));
        KINDS.put("search, typed wrongly", List.of(
            "query=potsgresql", "query=kuberentes", "query=montioring", "query=databsae", "query=elasticsaerch"));
        KINDS.put("search in a category, of a price", List.of(
            "query=backup&categoryId=100003&maxPrice=100", "query=wiki&categoryId=100011&productType=SYNDICATED",
            "query=mail&trial=true&minPrice=10", "query=linux&cloudProvider=100001&rating=4"));
        KINDS.put("first page of all", List.of("pageNumber=1", "orderingType=NEWEST", "orderingType=NAME"));
        KINDS.put("first page of a category", List.of("categoryId=100003", "categoryId=100021", "categoryId=100030"));
        // spotless:on
    }

    private Queries() {}

    static Map<String, List<String>> kinds() {
        return KINDS;
    }
}
