package io.mercato.processors.sql;

import io.mercato.domain.paging.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The rows of a page, counted from the nearer end of the list: the last page of a long list costs what the first one
 * costs. Of an order that leaves no two rows equal.
 */
public record Slice(String order, long limit, long offset, boolean reversed) {

    public static Slice of(PageRequest page, long total, String order) {
        long rest = Math.max(0, total - page.offset());
        long limit = Math.min(page.size(), rest);
        long offsetFromEnd = rest - limit;
        return offsetFromEnd < page.offset() && limit > 0
                ? new Slice(reverse(order), limit, offsetFromEnd, true)
                : new Slice(order, limit, page.offset(), false);
    }

    public boolean isEmpty() {
        return limit == 0;
    }

    /** The rows as they were read, in the order that was asked for. */
    public <T> List<T> inOrder(List<T> rows) {
        if (!reversed) {
            return rows;
        }
        List<T> turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned;
    }

    /** The mirror of an {@code order by}: {@code a desc, b} is {@code a, b desc}. */
    static String reverse(String order) {
        return parts(order).stream().map(Slice::mirror).collect(Collectors.joining(", "));
    }

    private static String mirror(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        for (String[] pair : new String[][] {
            {" desc nulls last", " asc nulls first"},
            {" desc nulls first", " asc nulls last"},
            {" asc nulls first", " desc nulls last"},
            {" asc nulls last", " desc nulls first"},
            {" nulls first", " desc nulls last"},
            {" nulls last", " desc nulls first"},
            {" desc", ""},
            {" asc", " desc"}
        }) {
            if (lower.endsWith(pair[0])) {
                return part.substring(0, part.length() - pair[0].length()) + pair[1];
            }
        }
        return part + " desc";
    }

    /** What stands between the commas that are in no brackets and no quotes. */
    private static List<String> parts(String order) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < order.length(); i++) {
            char c = order.charAt(i);
            quoted ^= c == '\'';
            if (quoted) {
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(order.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(order.substring(start).strip());
        return parts;
    }
}
