package io.mercato.processors.notifier;

import jakarta.mail.MessagingException;
import org.apache.camel.Exchange;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.stereotype.Component;

/** Reads why an e-mail could not be sent. */
@Component
public class MailFailure {

    /** Whether it is of no use to try again: the e-mail is refused here, or the mail server refuses its recipient. */
    public boolean isPermanent(Exchange exchange) {
        return isPermanent(caught(exchange));
    }

    /** What the innermost failure says, and the one around it where that says more. */
    public String reason(Exchange exchange) {
        Throwable inner = caught(exchange);
        Throwable outer = inner;
        for (Throwable next = next(inner); next != null; next = next(next)) {
            outer = inner;
            inner = next;
        }
        return outer instanceof MessagingException && outer != inner
                ? words(outer).lines().findFirst().orElse("") + " " + words(inner)
                : words(inner);
    }

    /** Goes on failing, so that the message is rolled back. */
    public void rethrow(Exchange exchange) throws Exception {
        throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    static boolean isPermanent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof EmailRefusedException) {
                return true;
            }
            if (cause instanceof SMTPAddressFailedException refusal) {
                return refusal.getReturnCode() >= 500 && refusal.getReturnCode() < 600;
            }
        }
        return false;
    }

    private static Throwable caught(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage().strip();
    }
}
