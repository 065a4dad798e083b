package io.mercato.boot.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the repeats measured, and the Markdown table of its medians. */
final class Figures {
    private static final String HEAD = """
            | what | at once | a second | median ms | p95 ms | CPU ms: HTTP calls | platform in all | compiler | database | commits |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    record Row(Timing timing, Cost cost) {}

    void add(String what, int atOnce, Timing timing, Cost cost) {
        Row row = new Row(timing, cost);
        rows.computeIfAbsent(what + " | " + atOnce, key -> new ArrayList<>()).add(row);
        System.err.println(line(what + " | " + atOnce, List.of(row)));
    }

    String table() {
        StringBuilder table = new StringBuilder(HEAD);
        rows.forEach((what, repeats) -> table.append(line(what, repeats)).append('\n'));
        return table.toString();
    }

    private static String line(String what, List<Row> repeats) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f | %.2f |",
                what,
                median(repeats, row -> row.timing().perSecond()),
                median(repeats, row -> row.timing().median()),
                median(repeats, row -> row.timing().p95()),
                median(repeats, row -> row.cost().calls()),
                median(repeats, row -> row.cost().platform()),
                median(repeats, row -> row.cost().compiler()),
                median(repeats, row -> row.cost().database()),
                median(repeats, row -> row.cost().commits()));
    }

    private static double median(List<Row> rows, ToDoubleFunction<Row> value) {
        double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
