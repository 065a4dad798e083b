package io.mercato.simulator.api.keystone;

import io.mercato.simulator.http.Identity;
import io.mercato.simulator.state.Counter;
import io.mercato.simulator.state.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens carry what they say, signed with a key that the data directory keeps, so that they survive a restart. */
public final class Tokens {
    /** A token's contents; project may be null, for a token without a scope. */
    public record Token(String userId, String projectId, Instant issued, Instant expires, String auditId) {}

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Accounts accounts;
    private final Table<Counter> revoked;
    private final Duration lifetime;
    private final Clock clock;

    public Tokens(Path data, Accounts accounts, Table<Counter> revoked, Duration lifetime, Clock clock)
            throws IOException {
        this.key = new SecretKeySpec(secret(data.resolve("token.key")), "HmacSHA256");
        this.accounts = accounts;
        this.revoked = revoked;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    private static byte[] secret(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == 32) {
            return Files.readAllBytes(file);
        }
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, secret, StandardOpenOption.WRITE);
        return secret;
    }

    public Token issue(String userId, String projectId) {
        Instant now = clock.instant();
        byte[] audit = new byte[12];
        new SecureRandom().nextBytes(audit);
        return new Token(userId, projectId, now, now.plus(lifetime), ENCODER.encodeToString(audit));
    }

    public String sign(Token token) {
        String project = token.projectId() == null ? "" : token.projectId();
        String text = String.join(
                "|",
                token.userId(),
                project,
                token.issued().toString(),
                token.expires().toString(),
                token.auditId());
        String payload = ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return payload + "." + ENCODER.encodeToString(mac(payload));
    }

    /** The token's contents, when it is ours, not expired and not revoked. */
    public Optional<Token> read(String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String payload = signed.substring(0, dot);
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, mac(payload))) {
                return Optional.empty();
            }
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8).split("\\|", -1);
            String project = parts[1].isEmpty() ? null : parts[1];
            Token token = new Token(parts[0], project, Instant.parse(parts[2]), Instant.parse(parts[3]), parts[4]);
            boolean good = token.expires().isAfter(clock.instant())
                    && revoked.find(token.auditId()).isEmpty();
            return good ? Optional.of(token) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whom the token speaks for in its project; null when it is no good or has no project. */
    public Identity identity(String signed) {
        return read(signed)
                .filter(token -> token.projectId() != null)
                .flatMap(token -> accounts.user(token.userId())
                        .flatMap(user -> accounts.project(token.projectId())
                                .flatMap(project -> accounts.identity(user, project))))
                .orElse(null);
    }

    public void revoke(Token token) {
        revoked.put(new Counter(token.auditId(), 1, token.expires()));
        Instant now = clock.instant();
        revoked.select(old -> old.created().isBefore(now)).forEach(old -> revoked.remove(old.id()));
    }

    private byte[] mac(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
