package io.mercato.domain.paging;

import io.mercato.domain.error.Errors;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query of a list: what it is narrowed by. A value that cannot be read is an INVALID error that names its key. */
public record Filter(Map<String, String> values) {
    public static final Filter NONE = new Filter(Map.of());

    public Filter {
        values = Map.copyOf(values);
    }

    public @Nullable String text(String key) {
        String value = values.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public @Nullable Integer integer(String key) {
        return read(key, Integer::valueOf, "must be a whole number");
    }

    /** Separated by commas; empty for none. */
    public List<Integer> integers(String key) {
        List<Integer> numbers = read(
                key,
                value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList(),
                "must be whole numbers with commas between them");
        return numbers == null ? List.of() : numbers;
    }

    public @Nullable BigDecimal number(String key) {
        return read(key, BigDecimal::new, "must be a number");
    }

    public @Nullable Boolean flag(String key) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Errors.invalidField(key, "must be true or false");
        };
    }

    /** A moment, or the beginning of a day, in ISO 8601. */
    public @Nullable Instant instant(String key) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Errors.invalidField(key, "must be a date as 2026-01-31 or 2026-01-31T00:00:00Z");
        }
    }

    public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
        return read(
                key,
                value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)),
                "must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    private <T> @Nullable T read(String key, Function<String, T> parser, String problem) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw Errors.invalidField(key, problem);
        }
    }
}
