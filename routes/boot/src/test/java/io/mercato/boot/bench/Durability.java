package io.mercato.boot.bench;

import io.mercato.boot.harness.PlatformProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Fast and forgetful does not count: a benchmark of settings that may lose a commit does not begin. */
final class Durability {
    private static final List<String> DATABASE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> BROKER = List.of(
            "persistence-enabled",
            "journal-datasync",
            "journal-sync-transactional",
            "journal-sync-non-transactional",
            "persist-id-cache");

    private Durability() {}

    /** @return what was found, for the page */
    static String check(Meter meter, PlatformProcess platform) throws SQLException, IOException {
        for (String setting : DATABASE) {
            require(setting, meter.text("show " + setting), "on");
        }
        String broker = brokerFile();
        for (String setting : BROKER) {
            String element = "<" + setting + ">";
            int start = broker.indexOf(element) + element.length();
            require(setting, broker.substring(start, broker.indexOf('<', start)), "true");
        }
        return "PostgreSQL: " + String.join(", ", DATABASE) + " on; Artemis: " + journal(platform)
                + ", persistent and synced";
    }

    /** What the broker said of its journal when it started. */
    private static String journal(PlatformProcess platform) throws IOException {
        return platform.output()
                .lines()
                .filter(line -> line.contains(": journal "))
                .map(line -> line.substring(line.indexOf("journal ")))
                .findFirst()
                .orElseThrow();
    }

    private static String brokerFile() throws IOException {
        try (InputStream file = Durability.class.getResourceAsStream("/broker.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void require(String setting, String found, String wanted) {
        if (!found.equals(wanted)) {
            throw new IllegalStateException(setting + " is " + found + ", not " + wanted);
        }
    }
}
