package io.mercato.processors.cmw.search;

import static java.util.stream.Collectors.joining;

import java.util.stream.IntStream;

/**
 * Parts of the catalogue, each about eight times as large as the one before it, with an index of words each. Read one after
 * the other until there are rows enough, they cost what those rows cost, however many products have the words.
 */
final class Tiers {
    /** The largest one, of seven eighths of all. */
    static final int LAST = 4;

    private Tiers() {}

    /**
     * A select of rows of {@code cmw.product_search d}, for a limit around it.
     *
     * @param condition with words in it
     */
    static String select(String columns, String condition) {
        return select(columns, condition, LAST);
    }

    /** Of an eighth of them. */
    static String selectOfAnEighth(String columns, String condition) {
        return select(columns, condition, LAST - 1);
    }

    private static String select(String columns, String condition, int last) {
        return IntStream.rangeClosed(0, last)
                .mapToObj(tier -> selectOf(tier, columns, condition))
                .collect(joining(" union all "));
    }

    static String selectOf(int tier, String columns, String condition) {
        return "select " + columns + " from cmw.product_search d where d.tier = " + tier + " and " + condition;
    }
}
