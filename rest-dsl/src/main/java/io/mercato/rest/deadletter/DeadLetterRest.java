package io.mercato.rest.deadletter;

import io.mercato.domain.deadletter.DeadLetter;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /deadLetter}. */
@Component
public class DeadLetterRest extends RestModule {

    @Override
    public String module() {
        return "deadletter";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                administration(
                                "deadletter-list-letters",
                                "GET",
                                "/deadLetter",
                                "Messages that failed for good, the newest first; by queue, type, open")
                        .answersMany(DeadLetterBody.class, DeadLetter.class, DeadLetterBody::of),
                administration("deadletter-get-letter", "GET", "/deadLetter/{id}", "A message that failed for good")
                        .answers(DeadLetterBody.class, DeadLetter.class, DeadLetterBody::of),
                administration(
                                "deadletter-redrive-letter",
                                "POST",
                                "/deadLetter/{id}/retry",
                                "Puts a message back into the queue that it failed in")
                        .answers(DeadLetterBody.class, DeadLetter.class, DeadLetterBody::of),
                administration(
                                "deadletter-redrive-queue",
                                "POST",
                                "/deadLetter/retry",
                                "Puts all messages of one queue back that nobody has dealt with")
                        .answers(RedrivenBody.class, Integer.class, RedrivenBody::new),
                administration(
                        "deadletter-discard-letter",
                        "DELETE",
                        "/deadLetter/{id}",
                        "Throws a message away; that it was there stays on record"));
    }

    private static Operation<Void, Void> administration(String id, String verb, String path, String summary) {
        return Operation.of(id, verb, path, "direct:" + id, summary).allowed(Operation.OPERATORS);
    }
}
