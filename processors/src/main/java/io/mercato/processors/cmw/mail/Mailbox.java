package io.mercato.processors.cmw.mail;

import io.mercato.domain.message.OutgoingMessage;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.RecipientErased;
import io.mercato.processors.cmw.mail.Correspondents.Correspondent;
import io.mercato.processors.messaging.Outbox;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Puts what the notifier is to do for the core into its outbox, within the transaction of what they tell. */
@Component
public class Mailbox {
    private static final String QUEUE = "queue.notifier.emails";

    private final Outbox outbox;
    private final Correspondents correspondents;

    public Mailbox(@Qualifier("cmwOutbox") Outbox outbox, Correspondents correspondents) {
        this.outbox = outbox;
        this.correspondents = correspondents;
    }

    /** What was sent to somebody is no longer to name him. @param addresses all that he had */
    public void forget(List<String> addresses, String aggregate) {
        outbox.append(OutgoingMessage.now(
                QUEUE, RecipientErased.class.getSimpleName(), aggregate, new RecipientErased(addresses)));
    }

    /** @param aggregate what it tells about, as {@code subscription/7} */
    public void send(Email email, Correspondent to, String aggregate) {
        send(email, to, aggregate, correspondents.brand());
    }

    /** @param brand in whose name */
    public void send(Email email, Correspondent to, String aggregate, Brand brand) {
        outbox.append(OutgoingMessage.now(
                QUEUE, "EmailRequested", aggregate, email.to(to.recipient(), to.language(), brand)));
    }
}
