package io.mercato.processors.notifier;

import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.RecipientErased;
import io.mercato.processors.json.Json;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The steps from a request to the e-mail that goes over the wire. */
@Component
public class EmailWriter {
    private final Json json;
    private final EmailRenderer renderer;
    private final EmailComposer composer;

    public EmailWriter(Json json, EmailRenderer renderer, EmailComposer composer) {
        this.json = json;
        this.renderer = renderer;
        this.composer = composer;
    }

    public EmailRequested read(String body) {
        return json.read(body, EmailRequested.class);
    }

    public RecipientErased readErased(String body) {
        return json.read(body, RecipientErased.class);
    }

    public RenderedEmail render(EmailRequested request) {
        return renderer.render(request);
    }

    public MimeMessage compose(UUID messageId, EmailRequested request, RenderedEmail rendered) {
        return composer.compose(messageId, request, rendered);
    }
}
