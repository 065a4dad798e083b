package io.mercato.boot.face;

import static org.assertj.core.api.Assertions.fail;

import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.face.Api.Request;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation as each role, on what is one's own and on what is another's, against {@link PermissionMatrix}. */
class PermissionTest extends FaceTest {
    private static final String UNKNOWN = "987654321";

    private final PermissionMatrix matrix = PermissionMatrix.read();
    private Lane mine;
    private Lane others;

    @BeforeEach
    void lanes() {
        mine = lane;
        others = lane.another();
    }

    @Test
    void each_role_may_do_what_its_row_says() {
        List<String> missing = new ArrayList<>();
        for (Operation<?, ?> operation : operations()) {
            attempt(operation, () -> {
                List<String> cells = PermissionMatrix.ROLES.stream()
                        .map(role -> cell(operation, role))
                        .toList();
                if (!matrix.has(operation, cells)) {
                    missing.add(PermissionMatrix.row(operation, cells));
                }
            });
        }
        Set<String> known = operations().stream().map(Operation::id).collect(Collectors.toSet());
        List<String> surplus =
                matrix.operations().filter(row -> !known.contains(row)).toList();
        if (!surplus.isEmpty() || !wrong.isEmpty() || !missing.isEmpty()) {
            fail(report(missing, surplus));
        }
    }

    private String report(List<String> missing, List<String> surplus) {
        return "\nAnswers that break a rule:\n\n" + String.join("\n\n", wrong)
                + "\n\nRows of face/permissions.txt without an operation:\n\n" + String.join("\n", surplus)
                + "\n\nRows that are to stand there, if they are what is wanted:\n\n" + String.join("\n", missing)
                + "\n";
    }

    private String cell(Operation<?, ?> operation, Role role) {
        Answer own = answer(operation, role, true);
        if (!calls.differs(operation) || !operation.roles().contains(role)) {
            return word(own);
        }
        Answer another = answer(operation, role, false);
        betraysNothing(operation, another);
        return word(own).equals(word(another)) ? word(own) : word(own) + "/" + word(another);
    }

    private static String word(Answer answer) {
        return answer.status() / 100 == 2 ? "ok" : String.valueOf(answer.status());
    }

    private Answer answer(Operation<?, ?> operation, Role role, boolean own) {
        Request request = calls.request(operation, mine.person(role), own ? mine : others);
        Answer answer = api.call(request);
        hold(operation, role, answer);
        if (operation.many() && operation.verb().equals("GET")) {
            Answer head = api.call(new Request(request.who(), "HEAD", request.path(), null, null));
            must(head.status() == answer.status(), "HEAD answers differently", head);
        }
        boolean changed = answer.status() < 300 && !operation.verb().equals("GET") && calls.changesThing(operation);
        if (changed && own) {
            mine = mine.another();
        } else if (changed) {
            others = others.another();
        }
        return answer;
    }

    /** What holds whatever the matrix says. */
    private void hold(Operation<?, ?> operation, Role role, Answer answer) {
        boolean admitted = operation.roles().contains(role);
        boolean anonymous = role == Role.ANONYMOUS;
        must(!fails(operation, answer), "it fails", answer);
        must(admitted || answer.status() == (anonymous ? 401 : 403), "a role that is not of roles() is let in", answer);
        must(!anonymous || answer.status() != 403, "who did not log in is asked to", answer);
        must(anonymous || answer.status() != 401, "who logged in is asked to", answer);
    }

    private void must(boolean held, String rule, Answer answer) {
        if (!held) {
            wrong.add(rule + ":\n" + answer);
        }
    }

    /** What somebody may not see reads like what does not exist. */
    private void betraysNothing(Operation<?, ?> operation, Answer another) {
        boolean refused = another.status() == 404 || another.status() == 403;
        if (!refused || !operation.path().contains("/{id}")) {
            return;
        }
        Request request = another.request();
        String path = request.path().replaceFirst("^/([^/]+(?:/[a-z]+)?)/\\d+", "/$1/" + UNKNOWN);
        Answer nothing = api.call(new Request(request.who(), request.verb(), path, request.type(), request.body()));
        if (another.status() == 404) {
            must(
                    nothing.status() == 404 && says(another).equals(says(nothing)),
                    "it says more than " + nothing,
                    another);
        } else if (nothing.status() != 403) {
            must(sees(request), "it is hidden from this role, but is there: for an unknown one " + nothing, another);
        }
    }

    /** Without the id, which is what was asked for. */
    private static String says(Answer answer) {
        String id =
                answer.request().path().replaceFirst("^/[^/]+(?:/[a-z]+)?/", "").replaceFirst("[/?].*", "");
        return answer.text().replaceAll("\\b" + Pattern.quote(id) + "\\b", "…");
    }

    private boolean sees(Request request) {
        String thing = request.path().replaceFirst("^(/[^/]+/[^/?]+).*", "$1");
        return api.call(request.who(), "GET", thing, null).status() == 200;
    }
}
