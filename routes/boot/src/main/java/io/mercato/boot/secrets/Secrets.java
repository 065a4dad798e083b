package io.mercato.boot.secrets;

import io.mercato.boot.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The platform's own secrets: {@code mercato.secrets.<name>} when it is set, else the file {@code secrets/<name>} of the
 * data folder, made at random when it is missing and readable by its owner only.
 */
@Component
public class Secrets {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int BYTES = 32;

    private final Path folder;
    private final Environment settings;
    private final SecureRandom random = new SecureRandom();

    public Secrets(PlatformProperties platform, Environment settings) {
        this.folder = platform.folder("secrets");
        this.settings = settings;
    }

    /** 32 random bytes in URL-safe Base64, or whatever the setting says; always the same for one name. */
    public synchronized String get(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a secret: " + name);
        }
        String set = settings.getProperty("mercato.secrets." + name);
        if (set != null && !set.isBlank()) {
            return set;
        }
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                write(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + name + " can be neither read nor written", e);
        }
    }

    /** Complete or not at all: a secret half written would be another one at the next start. */
    private void write(Path file) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Path draft = folder.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
