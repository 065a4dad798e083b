package io.mercato.simulator.machine;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mercato.simulator.TestCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the client that customers have, and the kind of key that it makes by default. */
class OpenSshTest {
    @TempDir
    Path data;

    private String run(String input, List<String> command, int expectedCode) throws Exception {
        Path in = Files.writeString(data.resolve("input"), input);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(expectedCode);
        return output;
    }

    private static boolean present(String program) {
        try {
            new ProcessBuilder(program, "-V").start().waitFor();
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> client(String program, String port, String... rest) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "-i",
                data.resolve("id").toString(),
                port,
                "" + TestCloud.SSH_PORT,
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "LogLevel=ERROR"));
        command.addAll(List.of(rest));
        return command;
    }

    @Test
    void openssh_runs_commands_talks_on_a_terminal_and_copies_files() throws Exception {
        assumeTrue(present("ssh") && present("sftp"), "there is no OpenSSH client");
        run(
                "",
                List.of(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        data.resolve("id").toString()),
                0);
        try (TestCloud cloud = TestCloud.start(data.resolve("cloud"))) {
            String key = Files.readString(data.resolve("id.pub"));
            String userData = "#cloud-config\nssh_authorized_keys:\n- " + key;
            String id = cloud.runningServer("kiste", "user_data", TestCloud.base64(userData));
            cloud.awaitUp(id);
            String target = "debian@" + cloud.address(id);

            assertThat(run("", client("ssh", "-p", target, "echo one; exit 5"), 5))
                    .isEqualTo("one\n");
            String talk = run("echo twx\u007fo\rbad\u0003exit 4\r", client("ssh", "-p", "-tt", target), 4);
            assertThat(talk).contains("debian@kiste:~$ ", "\ntwo", "^C");
            Path file = Files.writeString(data.resolve("file"), "copied");
            run("put " + file + " there\n", client("sftp", "-P", "-b", "-", target), 0);
            assertThat(run("", client("ssh", "-p", target, "cat there"), 0)).isEqualTo("copied");
        }
    }

    @Test
    void the_host_key_stays_the_same_over_stop_and_start() throws Exception {
        assumeTrue(present("ssh-keyscan"), "there is no ssh-keyscan");
        try (TestCloud cloud = TestCloud.start(data.resolve("cloud"))) {
            String id = cloud.runningServer("kiste");
            cloud.awaitUp(id);
            List<String> scan = List.of(
                    "sh",
                    "-c",
                    "ssh-keyscan -p " + TestCloud.SSH_PORT + " -t ecdsa " + cloud.address(id) + " 2>/dev/null");
            String before = run("", scan, 0);
            cloud.act(id, object("os-stop", null));
            cloud.awaitStatus(id, "SHUTOFF");
            cloud.act(id, object("os-start", null));
            cloud.awaitStatus(id, "ACTIVE");
            cloud.awaitUp(id);

            assertThat(before).contains("ecdsa-sha2-nistp256");
            assertThat(run("", scan, 0)).isEqualTo(before);
        }
    }
}
