package io.mercato.processors.deadletter;

import io.mercato.domain.deadletter.DeadLetter;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What becomes of dead letters, first of themselves and then by an administrator. */
@Component
public class DeadLetterDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterDesk.class);

    private final DeadLetterStore letters;
    private final FailureStore failures;
    private final Environment settings;

    public DeadLetterDesk(DeadLetterStore letters, FailureStore failures, Environment settings) {
        this.letters = letters;
        this.failures = failures;
        this.settings = settings;
    }

    /** Within a transaction; a death that is known already changes nothing. */
    public void keep(Death death) {
        Optional<Failure> failure = failures.take(death.messageId(), death.queue());
        String unknown = death.expired()
                ? "It expired: nobody took it in time"
                : "Unknown: the process ended before it could tell, or could not reach the database";
        boolean isNew = letters.insert(
                death,
                failure.map(Failure::route).orElse(null),
                failure.map(Failure::cause).orElse(unknown),
                failure.map(Failure::attempts).orElse(0));
        if (isNew) {
            LOG.warn(
                    "Message {} of queue {} failed for good: {}",
                    death.messageId(),
                    death.queue(),
                    failure.map(Failure::cause).orElse(unknown));
        }
    }

    /** Query: {@code queue}, {@code type}, {@code open}. */
    public Page<DeadLetter> page(@Variable("filter") Filter filter, @Variable("page") PageRequest page) {
        return letters.page(filter.text("queue"), filter.text("type"), filter.flag("open"), page);
    }

    /** @throws MercatoException NOT_FOUND */
    public DeadLetter find(@Variable("id") int id) {
        return letters.find(id).orElseThrow(() -> Errors.notFound("dead letter", id));
    }

    /** @throws MercatoException NOT_FOUND; CONFLICT when it is dealt with; REJECTED when there is no such queue */
    public DeadLetter redrive(@Variable("id") int id, @Variable("principal") Principal who) {
        requireQueue(find(id).queue());
        if (!letters.redrive(id, who.author())) {
            throw dealtWith(find(id));
        }
        return find(id);
    }

    /** All open ones of the queue that the query names. @return how many */
    public int redriveAll(@Variable("filter") Filter filter, @Variable("principal") Principal who) {
        String queue = filter.text("queue");
        if (queue == null) {
            throw Errors.invalidField("queue", "must name the queue");
        }
        requireQueue(queue);
        return letters.redriveAll(queue, who.author());
    }

    /** @throws MercatoException NOT_FOUND; CONFLICT when it is dealt with */
    public void discard(@Variable("id") int id, @Variable("principal") Principal who) {
        find(id);
        if (!letters.discard(id, who.author())) {
            throw dealtWith(find(id));
        }
    }

    private void requireQueue(String queue) {
        if (!settings.containsProperty("queue." + queue)) {
            throw new MercatoException(
                    ErrorKind.REJECTED, "unknown-queue-%queue%", "There is no queue " + queue, Map.of("queue", queue));
        }
    }

    private static MercatoException dealtWith(DeadLetter letter) {
        boolean discarded = letter.state() == DeadLetter.State.DISCARDED;
        return Errors.conflict(
                discarded ? "already-discarded" : "already-redriven",
                "Dead letter " + letter.id() + " has been " + (discarded ? "discarded" : "put back") + " already");
    }
}
