package io.mercato.domain.cmw.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes docs/cmw/product-draft-lifecycle.md; {@code -Dmercato.docs.update=true} puts it where it is committed. */
class DraftLifecycleDocumentTest {
    private static final Path COMMITTED = Path.of("..", "docs", "cmw", "product-draft-lifecycle.md");
    private static final Path WRITTEN = Path.of("target", "docs", "cmw", "product-draft-lifecycle.md");

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
                # Lifecycle of a product's draft

                Written by the build from `DraftLifecycle`; not to be changed by hand. An event that has no line in a state
                is illegal there: the request is a conflict, the state stays. A product, and each of its plans, has at most
                one draft that waits or was rejected.

                ```mermaid
                %s```

                ## Table

                %s""".formatted(
                        DraftLifecycle.table().toMermaid(DraftState.NONE),
                        DraftLifecycle.table().toMarkdown());
    }
}
