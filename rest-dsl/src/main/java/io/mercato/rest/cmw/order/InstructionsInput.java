package io.mercato.rest.cmw.order;

import io.mercato.domain.error.Errors;
import java.util.LinkedHashMap;
import java.util.Map;

/** Instructions by language: {@code {"en": "…"}}, each of at most 4096 characters. */
final class InstructionsInput {
    private static final int MAXIMUM_LENGTH = 4096;

    private InstructionsInput() {}

    static Map<String, String> read(Map<?, ?> body) {
        Map<String, String> instructions = new LinkedHashMap<>();
        body.forEach((language, text) -> {
            String key = String.valueOf(language);
            if (!key.matches("[a-z]{2}")) {
                throw Errors.invalidField(key, "must be a language of two letters");
            }
            if (!(text instanceof String value) || value.length() > MAXIMUM_LENGTH) {
                throw Errors.invalidField(key, "must be a text of at most " + MAXIMUM_LENGTH + " characters");
            }
            instructions.put(key, value);
        });
        return instructions;
    }
}
