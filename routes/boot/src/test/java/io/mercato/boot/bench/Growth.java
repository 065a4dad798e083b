package io.mercato.boot.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Medians at each size, beside one another and as a multiple of the smallest. */
final class Growth {
    private final Map<String, Map<Integer, List<Double>>> rows = new LinkedHashMap<>();
    private final SortedSet<Integer> sizes = new TreeSet<>();

    void add(String what, int size, double median) {
        sizes.add(size);
        rows.computeIfAbsent(what, key -> new TreeMap<>())
                .computeIfAbsent(size, key -> new ArrayList<>())
                .add(median);
    }

    String table() {
        StringBuilder table = new StringBuilder("\n| p50 in ms | at once |");
        sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
        table.append(" largest ÷ smallest |\n|---|---|")
                .append("---|".repeat(sizes.size() + 1))
                .append('\n');
        rows.forEach((what, medians) -> {
            table.append("| ").append(what).append(" |");
            sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %.1f |", middle(medians.get(size)))));
            double growth = middle(medians.get(sizes.last())) / middle(medians.get(sizes.first()));
            table.append(String.format(Locale.ROOT, " %.2f |%n", growth));
        });
        return table.toString();
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
