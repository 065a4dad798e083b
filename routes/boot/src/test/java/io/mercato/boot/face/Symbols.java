package io.mercato.boot.face;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Numbers that stand for people and things until it is known in whose lane a call is made: what a call is made of can be
 * taken apart as JSON before that.
 */
final class Symbols {
    private static final int FIRST = 77_000_001;

    private final Map<String, String> placeholders = new LinkedHashMap<>();

    String fill(String text) {
        return Lane.PLACEHOLDER.matcher(text).replaceAll(found -> symbol(found.group()));
    }

    private String symbol(String placeholder) {
        String symbol = String.valueOf(FIRST + placeholders.size());
        placeholders.put(symbol, placeholder);
        return symbol;
    }

    /** The text with what its symbols stand for in a lane. */
    String resolve(String text, Lane lane) {
        String resolved = text;
        for (Entry<String, String> symbol : placeholders.entrySet()) {
            if (resolved != null && resolved.contains(symbol.getKey())) {
                resolved = resolved.replace(symbol.getKey(), lane.fill(symbol.getValue()));
            }
        }
        return resolved;
    }
}
