package io.mercato.boot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.architecture.RouteComments.Comment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteCommentsTest {

    @Test
    void the_parts_of_a_comment_may_stand_on_lines_of_their_own() {
        Comment comment =
                comment("In:    the queue\nOut:   one thing\n       or another; never both\nFails: rolled back");

        assertThat(comment.part("In")).isEqualTo("the queue");
        assertThat(comment.part("Out")).isEqualTo("one thing or another; never both");
        assertThat(comment.part("Fails")).isEqualTo("rolled back");
    }

    @Test
    void the_parts_of_a_comment_may_share_a_line() {
        Comment comment = comment("In:  the clock; Out: what is old is gone; Fails: logged; tried at the next tick");

        assertThat(comment.part("In")).isEqualTo("the clock");
        assertThat(comment.part("Out")).isEqualTo("what is old is gone");
        assertThat(comment.part("Fails")).isEqualTo("logged; tried at the next tick");
    }

    @Test
    void a_part_that_is_missing_is_empty() {
        assertThat(comment("In:  the clock").part("Fails")).isEmpty();
        assertThat(comment("").part("In")).isEmpty();
    }

    @Test
    void the_comments_of_the_sources_are_found_by_route_and_by_template() {
        Map<String, Comment> comments = RouteComments.read();

        assertThat(comments.get("deployer-run-command").source().toString()).endsWith("DeployerCommands.java");
        assertThat(comments.get("deployer-run-command").part("Fails")).contains("deployer.commands.dead");
        assertThat(comments.get("outbox-relay").part("Out")).contains("outbox");
    }

    private static Comment comment(String text) {
        return new Comment(Path.of("Some.java"), text);
    }
}
