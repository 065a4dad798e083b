package io.mercato.domain.error;

import java.util.Map;

/**
 * One error as a client reads it: {@code key} names the rule for programs, with the names of its parameters
 * ({@code "unsupported-file-type-%detected%-%supported%"}), {@code error} says it in words, {@code extraFields} holds
 * the parameters' values.
 */
public record ErrorHolder(String key, String error, Map<String, String> extraFields) {

    public ErrorHolder {
        extraFields = Map.copyOf(extraFields);
    }

    public static ErrorHolder of(String key, String error) {
        return new ErrorHolder(key, error, Map.of());
    }
}
