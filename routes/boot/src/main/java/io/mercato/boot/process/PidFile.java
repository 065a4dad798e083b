package io.mercato.boot.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Remembers over a crash which process is the child, and how it was started. */
class PidFile {
    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(long pid, String fingerprint) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, List.of(String.valueOf(pid), fingerprint));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty when there is none or when it is no such file. */
    Optional<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2 || !lines.get(0).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Entry(Long.parseLong(lines.get(0)), lines.get(1)));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    record Entry(long pid, String fingerprint) {}
}
