package io.mercato.domain.cmw.people;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key as OpenSSH writes it: {@code "<type> <base64> [comment]"}. Accepted are ssh-ed25519, ssh-rsa from 2048
 * bits and the ECDSA keys on NIST's curves. The key inside is read, so that what is accepted opens a machine.
 */
public final class SshPublicKey {
    private static final int MINIMUM_RSA_BITS = 2048;
    private static final int MAXIMUM_LENGTH = 8192;
    private static final int ED25519_BYTES = 32;
    private static final Map<String, Integer> ECDSA_POINT_BYTES = Map.of(
            "ecdsa-sha2-nistp256", 65,
            "ecdsa-sha2-nistp384", 97,
            "ecdsa-sha2-nistp521", 133);

    private SshPublicKey() {}

    /** What is wrong with it, in words for the user; nothing when it is fine. */
    public static Optional<String> problem(String key) {
        String[] parts = key.strip().split("\\s+", 3);
        if (key.length() > MAXIMUM_LENGTH || key.strip().lines().count() != 1 || parts.length < 2) {
            return Optional.of("must be one line of an OpenSSH public key, as ssh-ed25519 AAAA… comment");
        }
        try {
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
            return Optional.ofNullable(problem(parts[0], blob));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.of("is not the Base64 of an OpenSSH public key");
        }
    }

    private static @Nullable String problem(String type, ByteBuffer blob) {
        if (!type.equals(new String(next(blob), StandardCharsets.US_ASCII))) {
            return "names another type of key than it holds";
        }
        String problem;
        if (type.equals("ssh-ed25519")) {
            problem = next(blob).length == ED25519_BYTES ? null : "is no Ed25519 key";
        } else if (type.equals("ssh-rsa")) {
            next(blob);
            problem = new BigInteger(1, next(blob)).bitLength() >= MINIMUM_RSA_BITS
                    ? null
                    : "is an RSA key of less than " + MINIMUM_RSA_BITS + " bits";
        } else if (ECDSA_POINT_BYTES.containsKey(type)) {
            next(blob);
            problem = ECDSA_POINT_BYTES.get(type).equals(next(blob).length) ? null : "is no ECDSA key";
        } else {
            return "must be of type ssh-ed25519, ssh-rsa or ecdsa-sha2-nistp256, -384, -521";
        }
        return problem != null || !blob.hasRemaining() ? problem : "has something behind the key";
    }

    private static byte[] next(ByteBuffer blob) {
        int length = blob.getInt();
        if (length < 0 || length > blob.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        blob.get(bytes);
        return bytes;
    }
}
