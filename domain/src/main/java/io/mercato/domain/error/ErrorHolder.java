package io.mercato.domain.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One error as a client reads it: {@code key} names the rule for programs, with the names of its parameters
 * ({@code "unsupported-file-type-%detected%-%supported%"}), {@code error} says it in words, {@code extraFields} holds
 * the parameters' values.
 */
public record ErrorHolder(String key, String error, Map<String, String> extraFields) {
    private static final String FIELD = "field";
    private static final Pattern NAMED = Pattern.compile("^Field (\\w+)");

    public ErrorHolder {
        extraFields = Map.copyOf(extraFields);
    }

    /**
     * The same with a field called otherwise, for who asked in other words.
     *
     * @param names other names by those that fields may have here
     */
    public ErrorHolder calling(Map<String, String> names) {
        Map<String, String> fields = new LinkedHashMap<>(extraFields);
        fields.computeIfPresent(FIELD, (key, name) -> names.getOrDefault(name, name));
        return new ErrorHolder(key, NAMED.matcher(error).replaceFirst(found -> called(found, names)), fields);
    }

    private static String called(MatchResult found, Map<String, String> names) {
        return Matcher.quoteReplacement("Field " + names.getOrDefault(found.group(1), found.group(1)));
    }

    public static ErrorHolder of(String key, String error) {
        return new ErrorHolder(key, error, Map.of());
    }
}
