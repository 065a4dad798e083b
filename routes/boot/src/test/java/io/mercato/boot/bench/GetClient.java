package io.mercato.boot.bench;

import io.mercato.boot.harness.PlatformProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads from the API, as a visitor or as somebody. */
final class GetClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PlatformProcess platform;

    GetClient(PlatformProcess platform) {
        this.platform = platform;
    }

    /** @param authorization null for a visitor @return how many items there are in all; -1 for what is no list */
    long get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.url("/api" + path))).timeout(Duration.ofSeconds(60));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered by " + answer.statusCode());
        }
        return answer.headers().firstValueAsLong("CMW-TotalItems").orElse(-1);
    }
}
