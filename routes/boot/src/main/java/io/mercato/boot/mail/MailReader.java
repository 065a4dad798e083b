package io.mercato.boot.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** Takes a mail apart: who, what, and the first text and HTML parts, however deep they lie. */
class MailReader {

    CaughtMail read(String id, MimeMessage message) throws IOException, MessagingException {
        Date sent = message.getSentDate();
        return new CaughtMail(
                id,
                String.join(", ", addresses(message.getFrom())),
                addresses(message.getAllRecipients()),
                message.getSubject() == null ? "" : message.getSubject(),
                sent == null ? Instant.EPOCH : sent.toInstant(),
                find(message, "text/plain"),
                find(message, "text/html"));
    }

    private static List<String> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Stream.of(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .toList();
    }

    private static String find(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = find(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
