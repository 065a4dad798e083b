package io.mercato.simulator;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A cloud for a test, and a client of it. Its addresses depend on the process, so that tests can run side by side. */
public final class TestCloud implements AutoCloseable {
    public static final String PASSWORD = "test-password";
    public static final int SSH_PORT = 20022;
    public static final int EXPORTER_PORT = 20100;
    public static final String DEBIAN = "7c0a2f4e-0b52-4e2a-9d0e-2f6a3c1d1200";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** An answer: its JSON, if it has any. */
    public record Answer(int status, String text, Map<String, List<String>> headers) {
        public JsonNode json() {
            try {
                return Json.MAPPER.readTree(text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        public Answer expect(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return this;
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final AutoCloseable owner;
    private final String base;
    private String token;
    private String projectId;

    private TestCloud(AutoCloseable owner, String base) {
        this.owner = owner;
        this.base = base;
    }

    /** A cloud in this process, with a boot time of nothing, and other settings as given. */
    public static TestCloud start(Path data, String... more) {
        try {
            CloudSimulator simulator = CloudSimulator.start(SettingsReader.read(arguments(data, 0, more)));
            TestCloud cloud = new TestCloud(simulator, "http://127.0.0.1:" + simulator.port());
            return cloud.login("demo", "demo");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The client of a cloud in another process. */
    static TestCloud at(int port) {
        return new TestCloud(() -> {}, "http://127.0.0.1:" + port);
    }

    static String[] arguments(Path data, int port, String... more) {
        long second = 100 + ProcessHandle.current().pid() % 100;
        List<String> all = new ArrayList<>(List.of(
                "--port=" + port,
                "--data=" + data,
                "--password=" + PASSWORD,
                "--address-range=127." + second + ".0.0/16",
                "--ssh-port=" + SSH_PORT,
                "--exporter-port=" + EXPORTER_PORT));
        List.of("boot-time=PT0S", "provision-time=PT0.05S", "action-time=PT0.05S", "list-delay=PT0S").stream()
                .filter(standard -> Arrays.stream(more)
                        .noneMatch(given -> given.startsWith("--" + standard.replaceAll("=.*", "="))))
                .forEach(standard -> all.add("--" + standard));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** The same cloud for another user. */
    public TestCloud as(String user, String project) {
        return new TestCloud(() -> {}, base).login(user, project);
    }

    TestCloud login(String user, String project) {
        Answer answer = authenticate(user, PASSWORD, object("name", project, "domain", object("id", "default")));
        answer.expect(201);
        token = answer.header("X-Subject-Token");
        projectId = answer.json().at("/token/project/id").asText();
        return this;
    }

    public Answer authenticate(String user, String password, Map<String, Object> project) {
        var identity = object(
                "methods", List.of("password"),
                "password",
                        object(
                                "user",
                                object(
                                        "name", user,
                                        "domain", object("name", "Default"),
                                        "password", password)));
        return call(
                "POST",
                "/identity/v3/auth/tokens",
                object("auth", object("identity", identity, "scope", object("project", project))));
    }

    public String token() {
        return token;
    }

    public String projectId() {
        return projectId;
    }

    public TestCloud with(String otherToken) {
        TestCloud other = new TestCloud(() -> {}, base);
        other.token = otherToken;
        other.projectId = projectId;
        return other;
    }

    public Answer get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    public Answer delete(String path, String... headers) {
        return call("DELETE", path, null, headers);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public Answer call(String method, String path, Object body, String... headers) {
        try {
            return send(method, path, body, headers);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As {@link #call}, for tests of connections that break. */
    public Answer send(String method, String path, Object body, String... headers) throws IOException {
        String text = body == null ? "" : body instanceof String raw ? raw : Json.MAPPER.writeValueAsString(body);
        String address = path.startsWith("http") ? path : base + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .method(method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null && !path.startsWith("http")) {
            request.header("X-Auth-Token", token);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    /** A body for a new server; more names and values may follow. */
    public static Map<String, Object> serverBody(String name, String flavor, Object... more) {
        Map<String, Object> server = object("name", name, "flavorRef", flavor, "imageRef", DEBIAN);
        server.putAll(object(more));
        return object("server", server);
    }

    /** Orders a server; the result is its id. */
    public String createServer(String name, String flavor, Object... more) {
        return post("/compute/v2.1/servers", serverBody(name, flavor, more))
                .expect(202)
                .json()
                .at("/server/id")
                .asText();
    }

    /** Orders a server and waits until it runs; the result is its id. */
    public String runningServer(String name, Object... more) {
        String id = createServer(name, "11", more);
        awaitStatus(id, "ACTIVE");
        return id;
    }

    public JsonNode server(String id) {
        return get("/compute/v2.1/servers/" + id).expect(200).json().get("server");
    }

    public JsonNode awaitStatus(String id, String status) {
        return await().pollInterval(Duration.ofMillis(20))
                .until(() -> server(id), server -> server.get("status").asText().equals(status));
    }

    public void awaitGone(String path) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> get(path).status() == 404);
    }

    public void act(String id, Object body) {
        post("/compute/v2.1/servers/" + id + "/action", body).expect(202);
    }

    public String address(String id) {
        return server(id).at("/addresses/private/0/addr").asText();
    }

    /** Waits until the machine's exporter answers. */
    public void awaitUp(String id) {
        String url = "http://" + address(id) + ":" + EXPORTER_PORT + "/metrics";
        await().pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> get(url).status() == 200);
    }

    public String volumePath(String id) {
        return "/volume/v3/" + projectId + "/volumes/" + id;
    }

    /** A volume that is there to be used; the result is its id. */
    public String createVolume(String name) {
        String id = post("/volume/v3/" + projectId + "/volumes", object("volume", object("name", name, "size", 1)))
                .expect(202)
                .json()
                .at("/volume/id")
                .asText();
        awaitVolume(id, "available");
        return id;
    }

    public void awaitVolume(String id, String status) {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> get(volumePath(id)).json().at("/volume/status").asText(), status::equals);
    }

    public void attach(String server, String volume) {
        post(
                        "/compute/v2.1/servers/" + server + "/os-volume_attachments",
                        object("volumeAttachment", object("volumeId", volume)))
                .expect(200);
        awaitVolume(volume, "in-use");
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws Exception {
        owner.close();
    }
}
