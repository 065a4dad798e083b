package io.mercato.boot.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who calls an HTTP API in JSON. A call that gets no answer fails with an IOException. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PAGE = 50;

    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers;

    private ApiClient(HttpClient http, String base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** @param headers sent with each call, as {@code Authorization} */
    public static ApiClient at(String base, Map<String, String> headers) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new ApiClient(http, base, Map.copyOf(headers));
    }

    public ApiClient with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ApiClient(http, base, Map.copyOf(more));
    }

    public Answer get(String path) throws IOException {
        return call("GET", path, null);
    }

    public Answer call(String method, String path, Object body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT).header("Accept", "application/json");
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** All pages of a list. */
    public List<JsonNode> all(String path) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        int size = PAGE;
        for (int page = 1; size == PAGE; page++) {
            JsonNode items = get(path + "?pageSize=" + PAGE + "&pageNumber=" + page)
                    .expect(200)
                    .json();
            items.forEach(all::add);
            size = items.size();
        }
        return all;
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public Answer expect(int status) {
            assertThat(status()).as("%s answered %s", response.request(), this).isEqualTo(status);
            return this;
        }

        public JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + new String(response.body(), StandardCharsets.UTF_8);
        }
    }
}
