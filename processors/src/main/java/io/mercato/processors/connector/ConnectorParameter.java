package io.mercato.processors.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a connector must be told.
 *
 * @param name name of the value, in camel case
 * @param type how it is written: {@code string}, {@code uri}, {@code integer} or {@code boolean}
 * @param required whether the connector cannot do without it
 * @param secret whether it is kept encrypted and never shown again
 * @param defaultValue what holds without it; none for a secret
 * @param description one sentence for the person who fills it in
 */
public record ConnectorParameter(
        String name,
        Type type,
        boolean required,
        boolean secret,
        @JsonProperty("default") @Nullable String defaultValue,
        String description) {
    private static final String NAME = "[a-z][A-Za-z0-9]*";

    /** How a value is written. */
    public enum Type {
        @JsonProperty("string")
        STRING,
        @JsonProperty("uri")
        URI,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("boolean")
        BOOLEAN
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!name.matches(NAME)) {
            problems.add("parameter name '" + name + "' is not in camel case");
        }
        if (description.isBlank()) {
            problems.add(name + " has no description");
        }
        if (defaultValue != null && (required || secret)) {
            problems.add(name + " must not have a default: it is required or a secret");
        }
        if (defaultValue != null && !isOfType(defaultValue)) {
            problems.add("the default of " + name + " is no " + type);
        }
        return problems;
    }

    /** What is wrong with this value, in words without the value; null when it is good. */
    @Nullable
    String problemOf(String value) {
        if (value.isBlank()) {
            return required ? name + " is required" : null;
        }
        return isOfType(value) ? null : name + " must be of type " + type.name().toLowerCase(Locale.ROOT);
    }

    private boolean isOfType(String value) {
        return switch (type) {
            case STRING -> true;
            case INTEGER -> value.matches("-?[0-9]{1,9}");
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case URI -> isHttp(value);
        };
    }

    private static boolean isHttp(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
