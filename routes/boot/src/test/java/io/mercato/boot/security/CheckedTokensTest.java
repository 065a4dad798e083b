package io.mercato.boot.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class CheckedTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final GateProperties SETTINGS =
            new GateProperties(Duration.ofMinutes(1), 10, 10, Duration.ofMinutes(5));

    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void a_token_that_was_good_is_not_checked_again() {
        JwtDecoder tokens = tokens(NOW, NOW.plusSeconds(10));

        Jwt first = tokens.decode("a");

        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(checks).hasValue(1);
    }

    @Test
    void another_token_is_checked_for_itself() {
        JwtDecoder tokens = tokens(NOW, NOW.plusSeconds(10));
        tokens.decode("a");

        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
        assertThat(checks).hasValue(2);
    }

    @Test
    void a_token_whose_life_has_ended_meanwhile_is_checked_again() {
        JwtDecoder tokens = tokens(NOW, NOW);
        tokens.decode("a");
        tokens.decode("a");

        assertThat(checks).hasValue(2);
    }

    @Test
    void a_refusal_is_not_remembered() {
        JwtDecoder tokens = new CheckedTokens(
                token -> {
                    checks.incrementAndGet();
                    throw new BadJwtException("no");
                },
                SETTINGS,
                Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(2);
    }

    private JwtDecoder tokens(Instant now, Instant end) {
        return new CheckedTokens(
                token -> {
                    checks.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("somebody")
                            .issuedAt(end.minusSeconds(60))
                            .expiresAt(end)
                            .build();
                },
                SETTINGS,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
