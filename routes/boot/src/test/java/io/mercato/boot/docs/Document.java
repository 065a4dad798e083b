package io.mercato.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.architecture.Reactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document below docs/ that the build writes. */
final class Document {

    private Document() {}

    /** Writes it to target/docs; with {@code -Dmercato.docs.update=true} to docs/, where it has to be the same. */
    static void assertCurrent(String name, String text) {
        Path committed = Reactor.root().resolve("docs").resolve(name);
        write(Path.of("target", "docs").resolve(name), text);
        if (Boolean.getBoolean("mercato.docs.update")) {
            write(committed, text);
        }
        assertThat(committed)
                .as("docs/%s is stale: run mvn verify -Dmercato.docs.update=true and commit what it writes", name)
                .hasContent(text);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text of a table's cell. */
    static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }
}
