package io.mercato.boot.database;

import io.mercato.boot.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A killed platform leaves its PostgreSQL running, and the data folder admits one server only: ends it before the next
 * one starts. Process ids wrap, so the command line must name the data folder.
 */
class OrphanedPostmaster {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path data;

    OrphanedPostmaster(Path data) {
        this.data = data;
    }

    void end() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (!lines.isEmpty()) {
            Processes.find(Long.parseLong(lines.get(0).strip()), data.toString())
                    .ifPresent(this::end);
        }
        Files.deleteIfExists(file);
    }

    /** INT is a fast shutdown (sessions are cut, everything is written), QUIT one without a checkpoint. */
    private void end(ProcessHandle postmaster) {
        LOG.warn("Ending PostgreSQL {}, left over from a platform that was killed", postmaster.pid());
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            Processes.signal(postmaster, signal);
            if (Processes.endsWithin(postmaster, PATIENCE)) {
                return;
            }
        }
        throw new IllegalStateException("PostgreSQL " + postmaster.pid() + " of " + data + " does not end");
    }
}
