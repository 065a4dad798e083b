package io.mercato.simulator.machine.application;

import io.mercato.simulator.machine.Confined;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Notes, each a file. */
final class Notes {
    private final Confined files;
    private final String directory;

    Notes(Confined files, String directory) {
        this.files = files;
        this.directory = directory;
    }

    synchronized void add(String text) throws IOException {
        Path folder = Files.createDirectories(files.real(directory));
        String name = Instant.now().toString().replace(':', '-') + "-" + count(folder) + ".txt";
        Files.writeString(files.real(directory + "/" + name), text, StandardCharsets.UTF_8);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> notes = Files.list(folder)) {
            return notes.count();
        }
    }

    /** All notes, oldest first. */
    List<String> all() throws IOException {
        Path folder = files.real(directory);
        List<String> texts = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> notes = Files.list(folder)) {
            for (Path note : notes.sorted().toList()) {
                files.check(note);
                texts.add(Files.readString(note, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
