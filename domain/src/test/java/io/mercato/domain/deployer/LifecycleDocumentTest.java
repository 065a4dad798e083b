package io.mercato.domain.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes docs/deployer/lifecycle.md; {@code -Dmercato.docs.update=true} puts it where it is committed. */
class LifecycleDocumentTest {
    private static final Path COMMITTED = Path.of("..", "docs", "deployer", "lifecycle.md");
    private static final Path WRITTEN = Path.of("target", "docs", "deployer", "lifecycle.md");

    @Test
    void the_committed_diagram_is_that_of_the_table() throws IOException {
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, document());
        if (Boolean.getBoolean("mercato.docs.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, document());
        }
        assertThat(COMMITTED)
                .as("run the tests of this module with -Dmercato.docs.update=true and commit what they write")
                .hasContent(document());
    }

    private static String document() {
        return """
                # Lifecycle of a deployment

                Written by the build from `DeploymentLifecycle`; not to be changed by hand. An event that has no line
                in a state is illegal there: a command is answered by `Failed`, the state stays.

                ```mermaid
                %s```

                ## Table

                %s
                ## Steps

                | step | time-out | attempts | taken back by |
                |---|---|---|---|
                %s""".formatted(
                        DeploymentLifecycle.table().toMermaid(DeploymentState.ABSENT),
                        DeploymentLifecycle.table().toMarkdown(),
                        steps());
    }

    private static String steps() {
        StringBuilder text = new StringBuilder();
        for (Step step : Step.values()) {
            StepPolicy policy = step.policy();
            text.append("| %s | %d min | %d | %s |\n"
                    .formatted(
                            step,
                            policy.timeout().toMinutes(),
                            policy.attempts(),
                            policy.compensation() == null ? "" : policy.compensation()));
        }
        return text.toString();
    }
}
