package io.mercato.processors.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
    private final SecretCipher cipher = new SecretCipher(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void what_was_encrypted_is_read_again() {
        String sealed = cipher.encrypt("s3cret", "cloudCredential/1");

        assertThat(sealed).startsWith("v1:").doesNotContain("s3cret");
        assertThat(cipher.decrypt(sealed, "cloudCredential/1")).isEqualTo("s3cret");
    }

    @Test
    void the_same_text_is_never_encrypted_the_same_way_twice() {
        assertThat(cipher.encrypt("s3cret", "a")).isNotEqualTo(cipher.encrypt("s3cret", "a"));
    }

    @Test
    void a_secret_that_was_moved_to_another_row_cannot_be_read() {
        String sealed = cipher.encrypt("s3cret", "cloudCredential/1");

        assertThatThrownBy(() -> cipher.decrypt(sealed, "cloudCredential/2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new SecretCipher(shortKey)).hasMessageContaining("32 bytes");
    }
}
