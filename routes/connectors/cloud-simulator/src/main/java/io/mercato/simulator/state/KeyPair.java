package io.mercato.simulator.state;

import java.time.Instant;

/** A public key that a user has named. The id is user/name. */
public record KeyPair(String id, String userId, String name, String publicKey, String fingerprint, Instant created)
        implements Kept {
    public static String id(String userId, String name) {
        return userId + "/" + name;
    }
}
