package io.mercato.processors.notifier;

import io.mercato.domain.notifier.message.EmailRequested;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the e-mail that goes over the wire: text and HTML as alternatives, and a Message-ID made of the request's
 * message id, so that one that was sent twice can be recognised. Line breaks in names or in the subject are refused.
 */
@Component
public class EmailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = Session.getInstance(new Properties());
    private final NotifierProperties properties;
    private final Clock clock;

    public EmailComposer(NotifierProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    public MimeMessage compose(UUID messageId, EmailRequested request, RenderedEmail rendered) {
        try {
            MimeMessage message = new IdentifiedMessage(session, messageId + "@" + domain(properties.from()));
            message.setFrom(address(properties.from(), request.brand().marketplace()));
            message.setRecipient(
                    Message.RecipientType.TO,
                    address(request.to().email(), request.to().name()));
            if (!request.brand().replyTo().isBlank()) {
                message.setReplyTo(
                        new InternetAddress[] {address(request.brand().replyTo(), "")});
            }
            message.setSubject(oneLine("subject", rendered.subject()), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(alternatives(rendered));
            message.saveChanges();
            return message;
        } catch (AddressException e) {
            throw new EmailRefusedException("Not an e-mail address: " + e.getMessage(), e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new EmailRefusedException("The e-mail cannot be composed: " + e.getMessage(), e);
        }
    }

    private static MimeMultipart alternatives(RenderedEmail rendered) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(rendered.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(rendered.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(String email, String name)
            throws AddressException, UnsupportedEncodingException {
        InternetAddress address = new InternetAddress(oneLine("e-mail address", email), true);
        if (!oneLine("name", name).isBlank()) {
            address.setPersonal(name.strip(), UTF_8);
        }
        return address;
    }

    private static String oneLine(String what, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new EmailRefusedException("The " + what + " holds a line break or another control character");
        }
        return value;
    }

    /** Whoever saves it again leaves its id as it is; to make one up would ask for the name of this machine besides. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
