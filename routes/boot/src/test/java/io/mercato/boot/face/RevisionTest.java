package io.mercato.boot.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.face.Api.Request;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of two who change the same thing the later one is told: each change takes {@code If-Match}, each read says what to send. */
class RevisionTest extends FaceTest {
    private static final List<Role> WRITERS =
            List.of(Role.USER, Role.VENDOR, Role.RESELLER, Role.DISTRIBUTOR, Role.ADMIN, Role.SUPERADMIN);
    private static final String OUTDATED = "\"999999999\"";

    /** Changes that nobody can lose, and why. */
    private static final Map<String, String> WITHOUT = Map.of(
            "cmw-delete-event", "a delivery is removed, whatever became of it",
            "deadletter-discard-letter", "who throws away what is dealt with reads 409");

    @Test
    void who_has_seen_another_revision_changes_nothing() {
        Set<String> lost = new TreeSet<>();
        changes()
                .forEach(operation -> attempt(operation, () -> {
                    Lane own = lane.another();
                    List<Answer> answers = WRITERS.stream()
                            .filter(operation.roles()::contains)
                            .map(role -> api.call(calls.request(operation, own.person(role), own), OUTDATED))
                            .toList();
                    if (answers.stream().noneMatch(answer -> answer.status() == 412)
                            || answers.stream().anyMatch(answer -> answer.status() < 300)) {
                        lost.add(operation.id()
                                + answers.stream().map(Answer::status).toList());
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(lost).isEmpty();
    }

    @Test
    void who_reads_what_he_may_change_is_told_its_revision() {
        Map<String, Operation<?, ?>> reads = operations().stream()
                .filter(operation -> operation.verb().equals("GET") && !operation.isBytes())
                .collect(Collectors.toMap(Operation::path, operation -> operation));
        Set<String> silent = new TreeSet<>();
        changes()
                .map(Operation::path)
                .map(reads::get)
                .filter(read -> read != null)
                .distinct()
                .forEach(read -> {
                    attempt(read, () -> {
                        Lane own = lane.another();
                        List<Answer> seen = WRITERS.stream()
                                .filter(read.roles()::contains)
                                .map(role -> calls.request(read, own.person(role), own))
                                .map((Request request) -> api.call(request))
                                .filter(answer -> answer.status() == 200)
                                .toList();
                        if (seen.isEmpty()
                                || seen.stream()
                                        .anyMatch(answer -> answer.etag().isEmpty())) {
                            silent.add(read.id());
                        }
                    });
                });
        assertThat(wrong).isEmpty();
        assertThat(silent).isEmpty();
    }

    private Stream<Operation<?, ?>> changes() {
        return operations().stream()
                .filter(operation -> Set.of("PUT", "PATCH", "DELETE").contains(operation.verb()))
                .filter(operation -> operation.path().contains("{"))
                .filter(operation -> !WITHOUT.containsKey(operation.id()));
    }
}
