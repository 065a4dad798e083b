package io.mercato.boot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Places orders as customers do. */
final class OrderClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI orders;

    OrderClient(URI orders) {
        this.orders = orders;
    }

    /** @return the number of the order's subscription */
    int place(String authorization, String plan, String type) throws IOException, InterruptedException {
        String body = "{\"productVersion\":{\"url\":\"productVersion/" + plan + "\"},\"type\":\"" + type + "\"}";
        HttpRequest request = HttpRequest.newBuilder(orders)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("An order was answered by " + answer.statusCode() + ": " + answer.body());
        }
        JsonNode order = JSON.readTree(answer.body());
        String subscription = order.path("subscription").path("url").asText();
        return Integer.parseInt(subscription.substring(subscription.lastIndexOf('/') + 1));
    }
}
