package io.mercato.processors.cmw.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code CMW-Event-Signature}: {@code sha1=} and HMAC-SHA1 of the raw body in lower-case hexadecimal digits. */
public final class EventSignature {
    private static final String ALGORITHM = "HmacSHA1";

    private EventSignature() {}

    public static String of(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make " + ALGORITHM, e);
        }
    }
}
