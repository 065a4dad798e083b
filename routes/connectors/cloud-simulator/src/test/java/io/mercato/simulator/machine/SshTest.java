package io.mercato.simulator.machine;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.simulator.TestCloud;
import io.mercato.simulator.TestKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTest {
    @TempDir
    Path data;

    private final TestKey key = new TestKey();
    private TestCloud cloud;
    private String server;
    private String address;

    @BeforeEach
    void start() {
        cloud = TestCloud.start(data);
        cloud.post("/compute/v2.1/os-keypairs", object("keypair", object("name", "k", "public_key", key.publicKey())))
                .expect(200);
        server = cloud.runningServer("kiste", "key_name", "k");
        address = cloud.address(server);
        cloud.awaitUp(server);
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
    }

    @Test
    void the_owners_key_opens_the_machine() throws Exception {
        TestKey.Result result = key.run(address, "whoami; hostname && pwd");

        assertThat(result.out()).isEqualTo("debian\nkiste\n/home/debian\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void another_key_another_user_and_a_password_do_not() {
        assertThatThrownBy(() -> new TestKey().run(address, "whoami")).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> key.session("root", address, session -> "in")).isInstanceOf(SshException.class);
        assertThatThrownBy(this::loginWithPassword).isInstanceOf(SshException.class);
    }

    private void loginWithPassword() throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.start();
            client.setServerKeyVerifier((session, remote, hostKey) -> true);
            try (ClientSession session = client.connect("debian", address, TestCloud.SSH_PORT)
                    .verify(Duration.ofSeconds(10))
                    .getSession()) {
                session.addPasswordIdentity("debian");
                session.auth().verify(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void a_key_from_the_user_data_opens_the_machine_too() throws Exception {
        TestKey other = new TestKey();
        String userData = "#cloud-config\nhostname: own-name\nssh_authorized_keys:\n  - " + other.publicKey() + "\n";
        String id = cloud.runningServer("two", "user_data", TestCloud.base64(userData));
        cloud.awaitUp(id);

        assertThat(other.run(cloud.address(id), "hostname").out()).isEqualTo("own-name\n");
        assertThatThrownBy(() -> key.run(cloud.address(id), "hostname")).isInstanceOf(SshException.class);
    }

    @Test
    void no_path_leads_out_of_the_machine() throws Exception {
        Path secret = Files.writeString(data.resolve("secret"), "outside");
        Path root = data.resolve("machines").resolve(server).resolve("root");
        Files.createSymbolicLink(root.resolve("link"), secret);
        Files.createSymbolicLink(root.resolve("up"), data);

        String climb = "cat ../../../../../../../" + secret;
        for (String command : new String[] {
            climb,
            "cat " + secret,
            "cat /link",
            "cat /up/secret",
            "cd /up",
            "echo x > /up/secret",
            "rm -r /up/machines",
            "ls /up/",
            "touch /link"
        }) {
            TestKey.Result result = key.run(address, command);
            assertThat(result.code()).as(command).isNotZero();
            assertThat(result.out() + result.err()).as(command).doesNotContain("outside", data.toString() + "/m");
        }
        assertThat(secret).hasContent("outside");
        assertThat(root).isDirectory();
    }

    @Test
    void sftp_sees_the_machine_only() throws Exception {
        Path secret = Files.writeString(data.resolve("secret"), "outside");
        Files.createSymbolicLink(
                data.resolve("machines").resolve(server).resolve("root").resolve("link"), secret);

        key.session("debian", address, session -> {
            try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                try (var out = sftp.write("note.txt")) {
                    out.write("kept".getBytes(StandardCharsets.UTF_8));
                }
                assertThat(sftp.canonicalPath("/../..")).isEqualTo("/");
                assertThatThrownBy(() -> sftp.read("/link").readAllBytes()).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> sftp.read(secret.toString()).readAllBytes())
                        .isInstanceOf(IOException.class);
                assertThatThrownBy(() -> sftp.symLink("/new-link", "/etc/hostname"))
                        .isInstanceOf(IOException.class);
            }
            return null;
        });

        assertThat(key.run(address, "cat note.txt").out()).isEqualTo("kept");
    }

    @Test
    void the_hosts_programs_are_out_of_reach() throws Exception {
        TestKey.Result result = key.run(address, "/bin/sh -c 'id'");

        assertThat(result.code()).isEqualTo(127);
        assertThat(key.run(address, "echo $(id)").code()).isEqualTo(2);
        assertThat(key.run(address, "echo `id`").code()).isEqualTo(2);
    }

    @Test
    void nothing_is_forwarded_to_elsewhere() {
        assertThatThrownBy(() -> key.session("debian", address, session -> {
                    var channel = session.createDirectTcpipChannel(
                            null, new org.apache.sshd.common.util.net.SshdSocketAddress("127.0.0.1", 1));
                    channel.open().verify(Duration.ofSeconds(10));
                    return null;
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_root_disk_survives_stop_and_start_and_a_stopped_machine_is_silent() throws Exception {
        key.run(address, "echo here > kept.txt");
        cloud.act(server, object("os-stop", null));
        cloud.awaitStatus(server, "SHUTOFF");
        assertThatThrownBy(() -> key.run(address, "true")).isInstanceOf(IOException.class);

        cloud.act(server, object("os-start", null));
        cloud.awaitStatus(server, "ACTIVE");
        cloud.awaitUp(server);
        assertThat(key.run(address, "cat kept.txt").out()).isEqualTo("here\n");
    }

    @Test
    void the_data_disk_goes_from_machine_to_machine_and_cannot_be_removed_from_inside() throws Exception {
        String volume = cloud.createVolume("d");
        cloud.attach(server, volume);
        assertThat(key.run(address, "echo precious > /data/x && cat /data/x").out())
                .isEqualTo("precious\n");
        assertThat(key.run(address, "mkdir /data/y; rm -r /data").err()).contains("busy");
        key.run(address, "echo again > /data/x");

        cloud.delete("/compute/v2.1/servers/" + server).expect(204);
        cloud.awaitVolume(volume, "available");
        String second = cloud.runningServer("second", "key_name", "k");
        cloud.attach(second, volume);
        cloud.awaitUp(second);
        assertThat(key.run(cloud.address(second), "cat /data/x").out()).isEqualTo("again\n");
    }

    @Test
    void a_command_reads_its_input_and_a_sequence_stops_at_a_failure() throws Exception {
        var in = new ByteArrayInputStream("piped".getBytes(StandardCharsets.UTF_8));
        assertThat(key.run(address, "cat > in.txt", in).code()).isZero();
        assertThat(key.run(address, "cat in.txt && cat no.txt && echo no || echo 'so' >> in.txt; cat in.txt")
                        .out())
                .isEqualTo("pipedpipedso\n");
        assertThat(key.run(address, "exit 7; echo no").code()).isEqualTo(7);
    }
}
