package io.mercato.processors.deployer;

import io.mercato.domain.deployer.Deployment;
import io.mercato.processors.crypto.SecretCipher;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** The applications' first passwords: made once for a deployment, and kept encrypted. */
@Component
public class MachinePasswords {
    /** Without those that are easily mistaken for each other. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private final SecretCipher cipher;
    private final SecureRandom random = new SecureRandom();

    public MachinePasswords(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /** The deployment with a password, where its application needs one and has none. */
    public Deployment provided(Deployment deployment) {
        if (deployment.spec().application() == null || deployment.resources().encryptedPassword() != null) {
            return deployment;
        }
        String encrypted = cipher.encrypt(generate(), context(deployment));
        return deployment.having(deployment.resources().withPassword(encrypted));
    }

    /** In clear. */
    public String of(Deployment deployment) {
        String encrypted = deployment.resources().encryptedPassword();
        if (encrypted == null) {
            throw new IllegalStateException("No password for subscription " + deployment.subscriptionId());
        }
        return cipher.decrypt(encrypted, context(deployment));
    }

    private String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static String context(Deployment deployment) {
        return "deployment/" + deployment.subscriptionId();
    }
}
