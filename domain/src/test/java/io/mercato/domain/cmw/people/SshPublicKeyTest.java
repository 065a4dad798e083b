package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SshPublicKeyTest {
    private static final byte[] EXPONENT = {1, 0, 1};

    @Test
    void keys_of_the_usual_types_are_accepted() {
        assertThat(SshPublicKey.problem(key("ssh-ed25519", new byte[32]) + " ada@home"))
                .isEmpty();
        assertThat(SshPublicKey.problem(rsa(2048))).isEmpty();
        assertThat(SshPublicKey.problem(rsa(4096) + "\n")).isEmpty();
        assertThat(SshPublicKey.problem(
                        key("ecdsa-sha2-nistp256", "nistp256".getBytes(StandardCharsets.US_ASCII), new byte[65])))
                .isEmpty();
    }

    @Test
    void a_short_rsa_key_is_refused() {
        assertThat(SshPublicKey.problem(rsa(1024)))
                .hasValueSatisfying(words -> assertThat(words).contains("2048"));
    }

    @Test
    void what_is_no_key_is_refused() {
        assertThat(SshPublicKey.problem("")).isPresent();
        assertThat(SshPublicKey.problem("hello")).isPresent();
        assertThat(SshPublicKey.problem("ssh-ed25519 ???")).isPresent();
        assertThat(SshPublicKey.problem("ssh-ed25519 AAAA")).isPresent();
        assertThat(SshPublicKey.problem(key("ssh-ed25519", new byte[31]))).isPresent();
        assertThat(SshPublicKey.problem(key("ssh-dss", new byte[20]))).isPresent();
        assertThat(SshPublicKey.problem(key("ssh-ed25519", new byte[32], new byte[1])))
                .isPresent();
        assertThat(SshPublicKey.problem(rsa(2048).replace("ssh-rsa", "ssh-ed25519")))
                .isPresent();
    }

    @Test
    void two_lines_are_no_key() {
        String key = key("ssh-ed25519", new byte[32]);

        assertThat(SshPublicKey.problem(key + "\n" + key)).isPresent();
        assertThat(SshPublicKey.problem(key + "\rcommand")).isPresent();
    }

    private static String rsa(int bits) {
        return key("ssh-rsa", EXPONENT, BigInteger.ONE.shiftLeft(bits - 1).toByteArray());
    }

    private static String key(String type, byte[]... parts) {
        ByteBuffer blob = ByteBuffer.allocate(2048);
        blob.putInt(type.length()).put(type.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            blob.putInt(part.length).put(part);
        }
        byte[] bytes = new byte[blob.position()];
        blob.flip().get(bytes);
        return type + " " + Base64.getEncoder().encodeToString(bytes);
    }
}
