package io.mercato.domain.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes docs/cmw/subscription-lifecycle.md; {@code -Dmercato.docs.update=true} puts it where it is committed. */
class SubscriptionLifecycleDocumentTest {
    private static final Path COMMITTED = Path.of("..", "docs", "cmw", "subscription-lifecycle.md");
    private static final Path WRITTEN = Path.of("target", "docs", "cmw", "subscription-lifecycle.md");

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
                # Lifecycle of a subscription

                Written by the build from `SubscriptionLifecycle`; not to be changed by hand. An event that has no line
                in a state is illegal there: the request is a conflict, the state stays. An order that needs approval
                begins in `REQUIRES_APPROVAL`, one that has to be paid in `WAITING_PAYMENT`, a free one in `PENDING`.

                ```mermaid
                %s```

                ## Table

                %s""".formatted(
                        SubscriptionLifecycle.table().toMermaid(SubscriptionStatus.WAITING_PAYMENT),
                        SubscriptionLifecycle.table().toMarkdown());
    }
}
