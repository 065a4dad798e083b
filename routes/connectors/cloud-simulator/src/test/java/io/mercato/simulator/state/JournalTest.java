package io.mercato.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("journal");
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        try (Journal journal = Journal.open(file)) {
            journal.forEach(content::put);
        }
        return content;
    }

    @Test
    void what_was_synced_is_there_without_a_close() throws IOException {
        Journal killed = Journal.open(file);
        killed.put("a", "1");
        killed.put("b", "2");
        killed.put("a", "3");
        killed.remove("b");
        killed.sync();

        assertThat(content()).containsExactly(Map.entry("a", "3"));
    }

    @Test
    void a_torn_last_line_is_dropped() throws IOException {
        try (Journal journal = Journal.open(file)) {
            journal.put("a", "1");
        }
        Files.writeString(file, "b\t{\"half", StandardOpenOption.APPEND);

        assertThat(content()).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void a_broken_line_in_the_midst_is_not_passed_over() throws IOException {
        Files.writeString(file, "a\t1\nnonsense\nb\t2\n");

        assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(IOException.class);
    }

    @Test
    void history_does_not_grow_for_ever() throws IOException {
        String value = "x".repeat(100_000);
        try (Journal journal = Journal.open(file)) {
            for (int round = 0; round < 300; round++) {
                journal.put("a", value + round);
                journal.sync();
            }
            assertThat(Files.size(file)).isLessThan(10_000_000L);
        }
        assertThat(content()).containsExactly(Map.entry("a", value + 299));
    }
}
