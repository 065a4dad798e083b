package io.mercato.boot.crash;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The e-mails in the catcher's folder, each once: one that was sent again has the Message-ID of the first. */
final class CaughtMails {
    private static final Pattern ABOUT = Pattern.compile("Reference: (subscription|order|invoice) (\\d+)");

    private CaughtMails() {}

    /** @param about the resource that it refers to, as {@code subscription/7} */
    record Mail(String messageId, String subject, String about) {}

    static List<Mail> in(Path folder) throws IOException, MessagingException {
        Map<String, Mail> mails = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".eml")).toList()) {
                Mail mail = read(file);
                mails.putIfAbsent(mail.messageId(), mail);
            }
        }
        return List.copyOf(mails.values());
    }

    private static Mail read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(null, in);
            String text = message.getContent() instanceof MimeMultipart parts
                    ? parts.getBodyPart(0).getContent().toString()
                    : message.getContent().toString();
            Matcher about = ABOUT.matcher(text);
            return new Mail(
                    message.getMessageID(),
                    message.getSubject(),
                    about.find() ? about.group(1) + "/" + about.group(2) : "");
        }
    }
}
