package io.mercato.boot.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Says when the broker has just written: a message that left the outbox is in the journal then, and not yet deleted from
 * the outbox.
 */
final class JournalWatch implements Callable<Boolean> {
    private final Path journal;
    private Map<Path, FileTime> seen;

    JournalWatch(Path data) {
        this.journal = data.resolve("artemis/journal");
    }

    /** The first call only looks; each further one says whether something has been written since the one before. */
    @Override
    public Boolean call() throws IOException {
        Map<Path, FileTime> before = seen;
        seen = times();
        return before != null && !seen.equals(before);
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
