package io.mercato.domain.notifier;

import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import java.util.Map;

/**
 * What one e-mail tells: a record for each template, whose components are the names that its text uses. Made into a
 * message by {@link #to}.
 */
public sealed interface Email permits OrderEmail, SubscriptionEmail, InvoiceEmail, AccountEmail, ProductEmail {

    EmailTemplate template();

    /** The name that a message carries, as {@code subscription-deployed}. */
    default String templateName() {
        return template().templateName();
    }

    /** The request to send it. {@code language}: two letters, English where there is no text in it. */
    default EmailRequested to(Recipient recipient, String language, Brand brand) {
        return new EmailRequested(templateName(), recipient, language, model(), brand);
    }

    /**
     * The components by name: text, numbers, booleans, times as ISO 8601, money as amount and currency, pages
     * as kind, number and url, lists of such records; no nulls.
     */
    default Map<String, Object> model() {
        return EmailModel.of((Record) this);
    }
}
