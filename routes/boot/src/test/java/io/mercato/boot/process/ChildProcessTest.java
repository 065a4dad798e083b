package io.mercato.boot.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<Supervisor> supervisors = new ArrayList<>();
    private int port;

    @BeforeEach
    void findAPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void endAll() throws Exception {
        for (Supervisor supervisor : supervisors) {
            supervisor.destroy();
        }
    }

    @Test
    void a_child_becomes_ready_and_ends_with_the_platform() throws Exception {
        Supervisor supervisor = supervisor();
        ChildProcess child = supervisor.start("fake", () -> spec("one"));
        await().atMost(PATIENCE).until(child::isReady);
        long pid = child.pid().orElseThrow();

        supervisor.destroy();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(folder.resolve("fake.pid")).doesNotExist();
        assertThat(child.answers()).isFalse();
    }

    @Test
    void a_child_that_dies_is_started_again() {
        ChildProcess child = supervisor().start("fake", () -> spec("one"));
        await().atMost(PATIENCE).until(child::isReady);
        long first = child.pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> child.isReady() && child.pid().orElse(first) != first);
    }

    @Test
    void a_child_of_a_killed_platform_that_was_started_in_the_same_way_is_taken_over() {
        long left = leaveBehind("one");

        ChildProcess child = supervisor().start("fake", () -> spec("one"));

        await().atMost(PATIENCE).until(child::isReady);
        assertThat(child.pid()).contains(left);
    }

    @Test
    void a_child_that_was_taken_over_is_watched_like_any_other() {
        long left = leaveBehind("one");
        ChildProcess child = supervisor().start("fake", () -> spec("one"));
        await().atMost(PATIENCE).until(child::isReady);

        ProcessHandle.of(left).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> child.isReady() && child.pid().orElse(left) != left);
    }

    @Test
    void a_child_of_a_killed_platform_that_was_started_otherwise_is_ended_first() throws Exception {
        long left = leaveBehind("one");

        ChildProcess child = supervisor().start("fake", () -> spec("two"));

        await().atMost(PATIENCE).until(child::isReady);
        assertThat(child.pid().orElseThrow()).isNotEqualTo(left);
        assertThat(ProcessHandle.of(left)).isEmpty();
        assertThat(word()).isEqualTo("two");
    }

    @Test
    void a_pid_that_was_given_to_somebody_else_meanwhile_is_let_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            new PidFile(folder.resolve("fake.pid"))
                    .write(stranger.pid(), spec("one").fingerprint());

            ChildProcess child = supervisor().start("fake", () -> spec("one"));

            await().atMost(PATIENCE).until(child::isReady);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_child_that_does_not_become_ready_in_time_is_ended_and_tried_again() {
        List<Long> pids = new ArrayList<>();
        ChildProcess child = supervisor().start("fake", () -> spec("one", Duration.ofSeconds(2), "mute"));

        await().atMost(PATIENCE).until(() -> {
            child.pid().filter(pid -> !pids.contains(pid)).ifPresent(pids::add);
            return pids.size() >= 2;
        });

        assertThat(child.isReady()).isFalse();
        assertThat(ProcessHandle.of(pids.get(0))).isEmpty();
    }

    @Test
    void a_child_whose_preparation_fails_is_tried_again() {
        List<String> tries = new ArrayList<>();
        ChildProcess child = supervisor().start("fake", () -> {
            tries.add("once");
            if (tries.size() < 3) {
                throw new IOException("not yet");
            }
            return spec("one");
        });

        await().atMost(PATIENCE).until(child::isReady);
        assertThat(tries).hasSize(3);
    }

    @Test
    void what_a_child_prints_goes_to_its_log_and_its_environment_is_never_shown() {
        ChildSpec spec = spec("a-secret-word");

        assertThat(spec.toString()).doesNotContain("a-secret-word");
        assertThat(spec.fingerprint())
                .doesNotContain("a-secret-word")
                .isNotEqualTo(spec("other").fingerprint());
    }

    /** Starts the child as a platform would that is killed afterwards. */
    private long leaveBehind(String word) {
        Supervisor killed = new Supervisor(folder, Duration.ofMillis(50));
        ChildProcess child = killed.start("fake", () -> spec(word));
        await().atMost(PATIENCE).until(child::isReady);
        killed.thePlatformEnds();
        return child.pid().orElseThrow();
    }

    private Supervisor supervisor() {
        Supervisor supervisor = new Supervisor(folder, Duration.ofMillis(50));
        supervisors.add(supervisor);
        return supervisor;
    }

    private ChildSpec spec(String word) {
        return spec(word, PATIENCE, "loud");
    }

    private ChildSpec spec(String word, Duration limit, String voice) {
        String mark = "-Dfolder=" + folder;
        String classes = Path.of(FakeChild.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        List<String> command = new ArrayList<>(JavaCommand.small("32m"));
        command.addAll(List.of(mark, "-cp", classes, FakeChild.class.getName()));
        command.addAll(List.of("port", String.valueOf(port), voice));
        return new ChildSpec(
                command,
                mark,
                Map.of("WORD", word),
                folder.resolve("log/fake.log"),
                URI.create("http://127.0.0.1:" + port + "/"),
                limit,
                Duration.ofSeconds(10));
    }

    private String word() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void the_log_exists_as_soon_as_the_child_runs() {
        ChildProcess child = supervisor().start("fake", () -> spec("one"));
        await().atMost(PATIENCE).until(child::isReady);
        assertThat(Files.exists(folder.resolve("log/fake.log"))).isTrue();
    }
}
