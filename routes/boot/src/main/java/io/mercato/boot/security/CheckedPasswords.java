package io.mercato.boot.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for a short time which passwords Keycloak found right, so that a client that sends its password with every
 * call does not wait for Keycloak each time. Kept are keyed hashes under a key that lives as long as the process, never
 * passwords; failures are not remembered. What is remembered counts as long as the user directory says so, which knows who
 * has changed his password since.
 */
@Component
class CheckedPasswords {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Cache<String, Checked> known;

    CheckedPasswords(GateProperties settings) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(settings.checkedPasswordsKept())
                .maximumSize(settings.checkedPasswordsMax())
                .build();
    }

    Optional<Checked> find(String login, String password) {
        return Optional.ofNullable(known.getIfPresent(hash(login, password)));
    }

    void remember(String login, String password, Checked checked) {
        known.put(hash(login, password), checked);
    }

    void forgetAll() {
        known.invalidateAll();
    }

    private String hash(String login, String password) {
        try {
            byte[] name = login.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
            mac.update(name);
            mac.update(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * @param keycloakId whose password it is
     * @param asked when Keycloak was asked, before it answered
     */
    record Checked(String keycloakId, Instant asked) {}
}
