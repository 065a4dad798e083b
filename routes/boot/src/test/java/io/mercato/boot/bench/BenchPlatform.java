package io.mercato.boot.bench;

import io.mercato.boot.MercatoApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The platform as a process of its own, on ports of its own. */
final class BenchPlatform implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;
    private final int port;
    private final int databasePort;
    private final Duration untilReady;

    private BenchPlatform(Process process, Path data, int port, int databasePort) throws Exception {
        this.process = process;
        this.data = data;
        this.port = port;
        this.databasePort = databasePort;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        this.untilReady = awaitReady();
    }

    static BenchPlatform start(Path data, List<String> options, List<String> arguments) throws Exception {
        Files.createDirectories(data);
        int port = freePort();
        int database = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.library.path=" + System.getProperty("java.library.path"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPathWithoutTests(), MercatoApplication.class.getName()));
        command.add("--server.port=" + port);
        command.add("--mercato.database.port=" + database);
        command.add("--mercato.data=" + data);
        for (String setting : List.of("mail.smtp-port", "mail.page-port", "cloud-simulator.port")) {
            command.add("--mercato." + setting + "=" + freePort());
        }
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("out.log").toFile())
                .start();
        return new BenchPlatform(process, data, port, database);
    }

    private static String classPathWithoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Duration awaitReady() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < START_LIMIT.toNanos()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The platform ended while it started: " + data.resolve("out.log"));
            }
            if (answers(http, request)) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
        }
        close();
        throw new IllegalStateException("The platform is not ready: " + data.resolve("out.log"));
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres?user=postgres";
    }

    Duration untilReady() {
        return untilReady;
    }

    long pid() {
        return process.pid();
    }

    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip());
    }

    /** The line of its log in which the broker says which journal it writes. */
    String journal() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("out.log"))) {
            return lines.filter(line -> line.contains("journal "))
                    .map(line -> line.substring(line.indexOf("journal ")))
                    .findFirst()
                    .orElse("not told");
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
