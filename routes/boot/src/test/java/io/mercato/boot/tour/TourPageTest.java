package io.mercato.boot.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TourPageTest {

    @Test
    void only_shell_blocks_that_start_nothing_are_run() {
        TourPage page = new TourPage("""
                # A page

                ```bash start
                mvn spring-boot:run
                ```
                Words, and `code`.
                ```bash
                echo one
                echo two
                ```
                ```json
                {}
                ```
                ```bash
                echo three
                ```
                """);

        assertThat(page.blocks()).containsExactly("echo one\necho two\n", "echo three\n");
    }

    @Test
    void a_block_that_fails_ends_the_script() throws Exception {
        String script = new TourPage("```bash\nfalse | cat\n```\n```bash\necho reached\n```\n").script();

        Process shell = new ProcessBuilder("bash", "-c", script).start();
        String output = new String(shell.getInputStream().readAllBytes());

        assertThat(shell.waitFor()).isNotZero();
        assertThat(output).contains("block 1").doesNotContain("reached");
    }
}
