package io.mercato.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.docs.CommentedYaml.Entry;
import org.junit.jupiter.api.Test;

class CommentedYamlTest {

    @Test
    void a_leaf_has_the_comment_that_stands_right_above_it() {
        assertThat(CommentedYaml.read("""
                # of the file

                server:
                  # Port of
                  # the platform.
                  port: 8080
                  shutdown: graceful
                mercato:
                  mail:
                    host: "${server.address:x}"
                  data: ./data
                """))
                .containsOnly(
                        java.util.Map.entry("server.port", new Entry("8080", "Port of the platform.")),
                        java.util.Map.entry("server.shutdown", new Entry("graceful", "")),
                        java.util.Map.entry("mercato.mail.host", new Entry("\"${server.address:x}\"", "")),
                        java.util.Map.entry("mercato.data", new Entry("./data", "")));
    }
}
