package io.mercato.simulator.machine.web;

import java.util.Map;

/** What a machine answers. */
public record WebAnswer(int status, String contentType, String body, Map<String, String> headers) {
    public static WebAnswer html(int status, String body) {
        return new WebAnswer(
                status,
                "text/html; charset=UTF-8",
                body,
                Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"));
    }

    public static WebAnswer text(String contentType, String body) {
        return new WebAnswer(200, contentType, body, Map.of());
    }

    public static WebAnswer seeOther(String path, Map<String, String> headers) {
        java.util.Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Location", path);
        return new WebAnswer(303, "text/plain", "", all);
    }
}
