package io.mercato.simulator.machine.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A request to a machine; the cookie header may be null. */
public record WebRequest(String method, String path, String cookies, String body) {

    /** A field of a posted form. */
    public String field(String name) {
        return find(body, "&", name)
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    public Optional<String> cookie(String name) {
        return cookies == null ? Optional.empty() : find(cookies, "; *", name);
    }

    private static Optional<String> find(String text, String separator, String name) {
        return Arrays.stream(text.split(separator))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
