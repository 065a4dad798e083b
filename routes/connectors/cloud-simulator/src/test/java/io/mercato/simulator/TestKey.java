package io.mercato.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** A customer's key, and a client that uses it. */
public final class TestKey {
    private final KeyPair pair;

    /** What a command left behind. */
    public record Result(int code, String out, String err) {}

    /** Something to be done within a session. */
    public interface Use<T> {
        T with(ClientSession session) throws IOException;
    }

    public TestKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public String publicKey() {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    public <T> T session(String user, String address, Use<T> use) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, remote, key) -> true);
            client.start();
            try (ClientSession session = client.connect(user, address, TestCloud.SSH_PORT)
                    .verify(Duration.ofSeconds(10))
                    .getSession()) {
                session.addPublicKeyIdentity(pair);
                session.auth().verify(Duration.ofSeconds(10));
                return use.with(session);
            }
        }
    }

    public Result run(String address, String command) throws IOException {
        return run(address, command, InputStream.nullInputStream());
    }

    public Result run(String address, String command, InputStream in) throws IOException {
        return session("debian", address, session -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            try (ClientChannel channel = session.createExecChannel(command)) {
                channel.setIn(in);
                channel.setOut(out);
                channel.setErr(err);
                channel.open().verify(Duration.ofSeconds(10));
                channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(10));
                Integer code = channel.getExitStatus();
                return new Result(
                        code == null ? -1 : code,
                        out.toString(StandardCharsets.UTF_8),
                        err.toString(StandardCharsets.UTF_8));
            }
        });
    }
}
