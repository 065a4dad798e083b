package io.mercato.simulator.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** A machine's SSH host key, made at its first boot and kept beside its disk. */
final class HostKey {
    private HostKey() {}

    static KeyPair of(Path machine) {
        Path file = machine.resolve("host.key");
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("no host key for " + machine.getFileName(), broken);
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        KeyFactory factory = KeyFactory.getInstance("EC");
        Base64.Decoder decoder = Base64.getDecoder();
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(0)))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(1)))));
    }

    private static KeyPair create(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        Path fresh = file.resolveSibling("host.key.new");
        Files.write(
                fresh,
                List.of(
                        encoder.encodeToString(pair.getPublic().getEncoded()),
                        encoder.encodeToString(pair.getPrivate().getEncoded())));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return pair;
    }
}
