package io.mercato.simulator.http;

import java.util.Map;

/** One answer; a null body is an empty one, text is HTML or plain, anything else becomes JSON. */
public record Reply(int status, Object body, Map<String, String> headers) {
    public static Reply of(int status, Object body) {
        return new Reply(status, body, Map.of());
    }

    public static Reply ok(Object body) {
        return of(200, body);
    }

    public static Reply created(Object body) {
        return of(201, body);
    }

    public static Reply accepted(Object body) {
        return of(202, body);
    }

    public static Reply empty(int status) {
        return of(status, null);
    }

    public Reply with(String header, String value) {
        return new Reply(status, body, Map.of(header, value));
    }
}
