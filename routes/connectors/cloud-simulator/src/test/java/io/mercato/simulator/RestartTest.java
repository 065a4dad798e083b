package io.mercato.simulator;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a program: started, killed without mercy, started again. */
class RestartTest {
    @TempDir
    Path data;

    private Process process;
    private int port;

    private TestCloud launch(String... more) throws Exception {
        if (port == 0) {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CloudSimulator.class.getName()));
        command.addAll(List.of(TestCloud.arguments(data.resolve("cloud"), port, more)));
        File log = data.resolve("log").toFile();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await().atMost(Duration.ofSeconds(30))
                .failFast("the program ended, see its log", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> TestCloud.at(port).get("/simulator/health").status() == 200);
        return TestCloud.at(port).login("demo", "demo");
    }

    private void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @AfterEach
    void end() throws InterruptedException {
        killHard();
    }

    @Test
    void machines_disks_keys_addresses_and_tokens_survive_a_kill() throws Exception {
        TestKey key = new TestKey();
        TestCloud before = launch();
        before.post("/compute/v2.1/os-keypairs", object("keypair", object("name", "k", "public_key", key.publicKey())))
                .expect(200);
        String server = before.runningServer("s", "key_name", "k", "metadata", object("a", "b"));
        before.awaitUp(server);
        String volume = before.createVolume("d");
        before.attach(server, volume);
        String address = before.address(server);
        assertThat(key.run(address, "echo root > r; echo disk > /data/d").code())
                .isZero();
        String stopped = before.runningServer("stopped");
        before.act(stopped, object("os-stop", null));
        before.awaitStatus(stopped, "SHUTOFF");
        killHard();

        TestCloud after = launch().with(before.token());
        assertThat(after.server(server).get("status").asText()).isEqualTo("ACTIVE");
        assertThat(after.server(server).at("/metadata/a").asText()).isEqualTo("b");
        assertThat(after.server(stopped).get("status").asText()).isEqualTo("SHUTOFF");
        assertThat(after.address(server)).isEqualTo(address);
        after.awaitUp(server);
        assertThat(key.run(address, "cat r /data/d").out()).isEqualTo("root\ndisk\n");
        assertThat(after.createServer("new", "11", "key_name", "k")).isNotEqualTo(server);
    }

    @Test
    void a_boot_in_progress_goes_on_where_it_was() throws Exception {
        TestCloud before = launch("--provision-time=PT1S", "--boot-time=PT1S");
        String server = before.createServer("s", "11");
        String doomed = before.createServer("doomed", "11");
        before.delete("/compute/v2.1/servers/" + doomed).expect(204);
        killHard();

        TestCloud after = launch("--provision-time=PT1S", "--boot-time=PT1S");
        after.awaitStatus(server, "ACTIVE");
        after.awaitUp(server);
        after.awaitGone("/compute/v2.1/servers/" + doomed);
    }

    @Test
    void every_server_that_was_answered_for_is_there_after_a_kill_in_the_midst() throws Exception {
        TestCloud before = launch();
        Set<String> answered = java.util.concurrent.ConcurrentHashMap.newKeySet();
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            String name = "c" + client + "-";
            Thread thread = new Thread(() -> createUntilRefused(before, name, answered));
            clients.add(thread);
            thread.start();
        }
        await().until(() -> answered.size() > 40);
        killHard();
        for (Thread client : clients) {
            client.join();
        }

        TestCloud after = launch();
        Set<String> there = new HashSet<>(after.get("/compute/v2.1/servers")
                .expect(200)
                .json()
                .get("servers")
                .findValuesAsText("id"));
        assertThat(there).containsAll(answered);
        Set<String> addresses = new HashSet<>();
        for (JsonNode row : after.get("/network/v2.0/ports").json().get("ports")) {
            assertThat(addresses.add(row.at("/fixed_ips/0/ip_address").asText()))
                    .isTrue();
            assertThat(there).contains(row.get("device_id").asText());
        }
    }

    private static void createUntilRefused(TestCloud cloud, String prefix, Set<String> answered) {
        for (int number = 0; number < 100_000; number++) {
            try {
                answered.add(cloud.send("POST", "/compute/v2.1/servers", TestCloud.serverBody(prefix + number, "11"))
                        .expect(202)
                        .json()
                        .at("/server/id")
                        .asText());
            } catch (IOException killed) {
                return;
            }
        }
    }

    @Test
    void a_polite_end_is_clean_and_the_ready_line_names_the_address() throws Exception {
        launch();
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(data.resolve("log")))
                .contains("cloud simulator ready at http://127.0.0.1:" + port + "/identity/v3")
                .doesNotContain("ERROR", TestCloud.PASSWORD);
    }

    @Test
    void two_clouds_do_not_share_a_directory() throws Exception {
        launch();
        SimulatorSettings same = SettingsReader.read(TestCloud.arguments(data.resolve("cloud"), 0));
        assertThatThrownBy(() -> CloudSimulator.start(same))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use by another");
    }
}
