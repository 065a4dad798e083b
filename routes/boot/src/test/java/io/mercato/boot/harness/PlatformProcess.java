package io.mercato.boot.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.boot.MercatoApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The platform in a JVM of its own, with data that it finds again when it is started anew. What it prints is kept in
 * {@code target/platforms/<name>.log}; {@link #close} leaves no process behind.
 */
public final class PlatformProcess implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "platforms").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(120);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

    private final Path data;
    private final Path output;
    private final PlatformSettings settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private List<String> javaOptions = List.of();
    private Process process;

    private PlatformProcess(String name, Map<String, String> settings) throws IOException {
        this.data = FOLDER.resolve(name);
        this.output = FOLDER.resolve(name + ".log");
        this.settings = new PlatformSettings(data, settings);
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        Files.deleteIfExists(output);
    }

    /** One with nothing in it, not yet started. Its ports and folder are its own, unless the settings say otherwise. */
    public static PlatformProcess named(String name, Map<String, String> settings) throws IOException {
        return new PlatformProcess(name, settings);
    }

    /** More options of the JVM, which have precedence over the usual ones. */
    public PlatformProcess withJava(List<String> options) {
        javaOptions = List.copyOf(options);
        return this;
    }

    /** Starts it, or starts it again on the same data; returns at once. */
    public PlatformProcess start() throws IOException {
        assertThat(isAlive()).as("it runs already").isFalse();
        process = new ProcessBuilder(PlatformCommand.of(MercatoApplication.class, javaOptions, settings.asArguments()))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        process.getOutputStream().close();
        return this;
    }

    /** Waits until it says that everything is there which an order needs. */
    public PlatformProcess awaitReady() {
        await("the platform to be ready, see " + output)
                .atMost(START_LIMIT)
                .pollInterval(BETWEEN_PROBES)
                .failFast("the platform ended, see " + output, () -> !isAlive())
                .until(this::isReady);
        return this;
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** SIGKILL, to the platform alone: its children are not told. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("it is dead")
                .isTrue();
    }

    /** SIGTERM, and waits for the end; returns how it ended. */
    public int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("the platform ends when it is asked to, see " + output)
                .isTrue();
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The platform itself and its children, also those that a killed one has left behind. */
    public List<ProcessHandle> processes() {
        return ProcessesOf.folder(data);
    }

    public String url(String path) {
        return "http://localhost:" + port("server.port") + path;
    }

    /** Address of the page with the caught mails. */
    public String mailUrl(String path) {
        return "http://localhost:" + port("mercato.mail.page-port") + path;
    }

    public String cloudUrl(String path) {
        return "http://localhost:" + port("mercato.cloud-simulator.port") + path;
    }

    /** The port that it has for this setting, as {@code mercato.database.port}. */
    public int port(String setting) {
        return settings.port(setting);
    }

    public Path data() {
        return data;
    }

    /** Everything that it has printed since the first start. */
    public String output() throws IOException {
        return Files.exists(output) ? Files.readString(output) : "";
    }

    /** A secret that it has made for itself. */
    public String secret(String name) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(name)).strip();
    }

    @Override
    public void close() throws InterruptedException {
        if (isAlive()) {
            process.destroy();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        ProcessesOf.endAll(data);
    }
}
