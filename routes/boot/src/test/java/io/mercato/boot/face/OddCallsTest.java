package io.mercato.boot.face;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.docs.OpenApiDocument;
import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.face.Api.Request;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import java.util.List;
import java.util.Random;
import net.jqwik.api.sessions.JqwikSession;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Calls each operation with what nobody should send: it is refused in words, or done, and never fails. More of it with
 * {@code -Dmercato.odd.calls=200 -Dmercato.odd.seed=7}.
 */
class OddCallsTest extends FaceTest {
    private static final List<Role> CALLERS = List.of(Role.USER, Role.VENDOR, Role.ADMIN);
    private static final int CALLS = Integer.getInteger("mercato.odd.calls", 5);
    private static final long SEED = Long.getLong("mercato.odd.seed", 20250109);

    @Autowired
    private CamelContext camel;

    private Lane mine;
    private OddCalls odd;

    @Test
    void no_call_makes_the_platform_fail_and_every_refusal_says_why() throws Exception {
        Schemas schemas = new Schemas();
        for (String module : operations().stream().map(this::module).distinct().toList()) {
            schemas.add(OpenApiDocument.of(camel, module));
        }
        odd = new OddCalls(schemas);
        mine = lane;
        JqwikSession.run(() -> operations().forEach(operation -> attempt(operation, () -> tryOut(operation))));
        if (!wrong.isEmpty()) {
            fail("\n" + wrong.size() + " of the answers are wrong:\n\n" + String.join("\n\n", wrong) + "\n");
        }
    }

    private void tryOut(Operation<?, ?> operation) {
        Symbols symbols = new Symbols();
        Request pattern = calls.pattern(operation, Person.NOBODY, symbols::fill);
        CALLERS.stream().filter(operation.roles()::contains).forEach(role -> {
            boolean accepted = send(operation, calls.request(operation, mine.person(role), mine))
                            .status()
                    < 300;
            Random seed = new Random(SEED + (operation.id() + role).hashCode());
            for (Breakage one : odd.of(operation, pattern, CALLS, seed)) {
                Breakage here = new Breakage(
                        symbols.resolve(one.path(), mine),
                        one.type(),
                        symbols.resolve(one.body(), mine),
                        one.field(),
                        one.refused());
                judge(operation, mine.person(role), here, accepted);
            }
        });
    }

    private void judge(Operation<?, ?> operation, Person who, Breakage one, boolean accepted) {
        Answer answer = send(operation, new Request(who, operation.verb(), one.path(), one.type(), one.body()));
        must(!fails(operation, answer), "it fails", answer);
        if (answer.status() == 503) {
            return;
        }
        if (answer.status() < 400) {
            must(!accepted || !one.refused(), "it takes field " + one.field(), answer);
            return;
        }
        must(isProblem(answer), "the error has not the shape of all errors", answer);
        boolean named = one.field() == null || answer.text().contains(one.field());
        boolean fieldsFault = answer.status() == 400 || answer.status() == 422;
        must(!accepted || named || !fieldsFault, "the error does not name the field " + one.field(), answer);
    }

    private Answer send(Operation<?, ?> operation, Request request) {
        Answer answer = api.call(request);
        if (answer.status() < 300 && !operation.verb().equals("GET") && calls.changesThing(operation)) {
            mine = mine.another();
        }
        return answer;
    }

    private static boolean isProblem(Answer answer) {
        if (!answer.type().startsWith("application/problem+json")) {
            return false;
        }
        JsonNode holders = answer.json().path("errorHolders");
        boolean said = holders.isArray() && !holders.isEmpty();
        for (JsonNode holder : holders) {
            said = said
                    && !holder.path("key").asText().isBlank()
                    && !holder.path("error").asText().isBlank();
        }
        return said && answer.json().path("status").asInt() == answer.status();
    }

    private void must(boolean held, String rule, Answer answer) {
        if (!held) {
            wrong.add(answer.request().who().role() + ", " + rule + ":\n" + answer);
        }
    }
}
