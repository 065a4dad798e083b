package io.mercato.processors.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SshProbeTest {
    private final SshProbe probe = new SshProbe(new DeployerProperties(
            "demo",
            1,
            false,
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofDays(7),
            Duration.ofHours(1)));

    @Test
    void a_server_that_says_ssh_answers() throws IOException {
        assertThat(probeServerThatSays("SSH-2.0-OpenSSH_9.2\r\n")).isTrue();
    }

    @Test
    void a_server_that_says_something_else_does_not() throws IOException {
        assertThat(probeServerThatSays("HTTP/1.1 400\r\n")).isFalse();
    }

    @Test
    void a_server_that_hangs_up_does_not() throws IOException {
        assertThat(probeServerThatSays("")).isFalse();
    }

    @Test
    void a_server_that_says_nothing_does_not_hold_us_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(probe.answers("127.0.0.1", silent.getLocalPort())).isFalse();
        }
    }

    @Test
    void nobody_there_is_no_answer() throws IOException {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        closed.close();

        assertThat(probe.answers("127.0.0.1", closed.getLocalPort())).isFalse();
    }

    private boolean probeServerThatSays(String banner) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Void> greeting = CompletableFuture.runAsync(() -> greet(server, banner));
            boolean answers = probe.answers("127.0.0.1", server.getLocalPort());
            greeting.join();
            return answers;
        }
    }

    private static void greet(ServerSocket server, String banner) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(banner.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
