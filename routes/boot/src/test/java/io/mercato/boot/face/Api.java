package io.mercato.boot.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the REST face of the platform that runs on this port. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    static final String JSON_TYPE = "application/json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Api(int port) {
        base = "http://localhost:" + port + "/api";
    }

    /** What is called, by whom; as a command line when it is printed. */
    record Request(Person who, String verb, String path, String type, String body) {

        @Override
        public String toString() {
            StringBuilder curl = new StringBuilder("curl -i -X ").append(verb);
            if (who.bearer() != null) {
                curl.append(" -u ").append(who.name()).append(":…");
            }
            if (body != null) {
                curl.append(" -H ").append(quoted("Content-Type: " + type));
                curl.append(" --data-binary ").append(quoted(body));
            }
            return curl.append(' ')
                    .append(quoted("http://localhost:8080/api" + path))
                    .toString();
        }

        private static String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    }

    /** What came back. */
    record Answer(Request request, int status, String type, String location, String etag, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON: " + this, e);
            }
        }

        int createdId() {
            JsonNode id = text.isEmpty() ? null : json().get("id");
            return id != null ? id.asInt() : Integer.parseInt(location.replaceFirst(".*/", ""));
        }

        @Override
        public String toString() {
            return request + "\n  -> " + status + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
        }
    }

    Answer call(Person who, String verb, String path, String body) {
        return call(new Request(who, verb, path, JSON_TYPE, body));
    }

    Answer call(Request request) {
        return call(request, null);
    }

    /** @param ifMatch the revision that the caller has seen, as an ETag; null when he does not say */
    Answer call(Request request, String ifMatch) {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(URI.create(base + request.path())).timeout(LIMIT);
        if (request.who().bearer() != null) {
            call.header("Authorization", request.who().bearer());
        }
        if (ifMatch != null) {
            call.header("If-Match", ifMatch);
        }
        if (request.body() == null) {
            call.method(request.verb(), HttpRequest.BodyPublishers.noBody());
        } else {
            if (request.type() != null) {
                call.header("Content-Type", request.type());
            }
            call.method(request.verb(), HttpRequest.BodyPublishers.ofString(request.body()));
        }
        try {
            HttpResponse<byte[]> answer = http.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    request,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.headers().firstValue("ETag").orElse(""),
                    new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
