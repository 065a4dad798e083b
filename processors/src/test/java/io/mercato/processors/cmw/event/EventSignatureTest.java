package io.mercato.processors.cmw.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventSignatureTest {

    @Test
    void the_signature_is_the_one_of_rfc_2202() {
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

        assertThat(EventSignature.of(body, "Jefe")).isEqualTo("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    }

    @Test
    void another_key_or_another_body_makes_another_signature() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventSignature.of(body, "a"))
                .isNotEqualTo(EventSignature.of(body, "b"))
                .isNotEqualTo(EventSignature.of("{ }".getBytes(StandardCharsets.UTF_8), "a"));
    }
}
