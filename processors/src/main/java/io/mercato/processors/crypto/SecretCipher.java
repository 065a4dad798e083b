package io.mercato.processors.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is secret at rest: AES-256-GCM with a fresh nonce for each value. The text is {@code v1:} and the
 * Base64 of nonce and ciphertext; {@code context} (as {@code "cloudCredential/3"}) is authenticated with it, so that a
 * secret cannot be moved to another row.
 */
public class SecretCipher {
    private static final String VERSION = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param base64Key 32 bytes in Base64, the URL-safe alphabet or the other */
    public SecretCipher(String base64Key) {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(base64Key.strip().replace('+', '-').replace('/', '_'));
        if (bytes.length != 32) {
            throw new IllegalArgumentException("The encryption key must be 32 bytes in Base64, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    public String encrypt(String clear, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, context, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + Base64.getEncoder().encodeToString(all);
    }

    public String decrypt(String encrypted, String context) {
        if (!encrypted.startsWith(VERSION)) {
            throw new IllegalArgumentException("Not a secret of this platform");
        }
        byte[] all = Base64.getDecoder().decode(encrypted.substring(VERSION.length()));
        ByteBuffer buffer = ByteBuffer.wrap(all);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new String(run(Cipher.DECRYPT_MODE, nonce, context, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Cannot read or write a secret of " + context + ": is the key the right one?", e);
        }
    }
}
