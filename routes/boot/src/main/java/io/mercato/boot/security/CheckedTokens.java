package io.mercato.boot.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a short time which tokens were found good, as {@link CheckedPasswords} does with passwords: a client
 * sends the same token with every call, and its signature costs more than the rest of the gate. The end of its life is
 * looked at each time; failures are not remembered.
 */
class CheckedTokens implements JwtDecoder {
    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> known;

    CheckedTokens(JwtDecoder decoder, GateProperties settings, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(settings.checkedPasswordsKept())
                .maximumSize(settings.checkedPasswordsMax())
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt found = known.getIfPresent(token);
        if (found != null && isAlive(found)) {
            return found;
        }
        Jwt decoded = decoder.decode(token);
        known.put(token, decoded);
        return decoded;
    }

    private boolean isAlive(Jwt token) {
        return token.getExpiresAt() != null && clock.instant().isBefore(token.getExpiresAt());
    }
}
