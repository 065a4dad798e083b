package io.mercato.rest;

import io.mercato.domain.error.Errors;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** {@code apiVersion=yyyymmdd}: a client that names an older version is not sent the fields that came later. */
public final class ApiVersion {
    public static final int NEWEST = 20250109;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private ApiVersion() {}

    /** Nothing, or a version still to come, means the newest. */
    static int read(String text) {
        if (text == null || text.isBlank()) {
            return NEWEST;
        }
        try {
            LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw Errors.invalidField("apiVersion", "must be a date as 20250109");
        }
        return Math.min(NEWEST, Integer.parseInt(text));
    }
}
