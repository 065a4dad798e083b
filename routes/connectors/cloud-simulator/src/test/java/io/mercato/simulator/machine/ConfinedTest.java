package io.mercato.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinedTest {
    @TempDir
    Path directory;

    @Test
    void names_are_resolved_below_the_root() throws IOException {
        Confined files = new Confined(directory.resolve("root"));

        assertThat(files.real("/a/b")).isEqualTo(directory.resolve("root/a/b"));
        assertThat(files.real("/../../a")).isEqualTo(directory.resolve("root/a"));
        assertThat(files.real("/..")).isEqualTo(directory.resolve("root"));
        assertThat(Confined.absolute("/home/x", "../y/./z")).isEqualTo("/home/y/z");
        assertThat(Confined.absolute("/home/x", "/etc")).isEqualTo("/etc");
        assertThat(Confined.absolute("/home", "")).isEqualTo("/home");
    }

    @Test
    void a_link_is_refused_at_the_end_and_in_the_middle_of_a_path() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createSymbolicLink(root.resolve("link"), directory);
        Confined files = new Confined(root);

        assertThatThrownBy(() -> files.real("/link")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> files.real("/link/x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> files.check(directory)).isInstanceOf(AccessDeniedException.class);
    }
}
