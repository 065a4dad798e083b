package io.mercato.boot.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The caught mails as files, one {@code .eml} each, named so that they sort by the time they came. */
class MailFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final int keep;
    private final AtomicInteger sequence = new AtomicInteger();

    MailFolder(Path folder, int keep) throws IOException {
        this.folder = folder;
        this.keep = keep;
        Files.createDirectories(folder);
    }

    String add(MimeMessage message) throws IOException, MessagingException {
        String id = STAMP.format(Instant.now()) + "-" + String.format("%05d", sequence.incrementAndGet() % 100_000);
        Path draft = folder.resolve(id + ".new");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        forgetTheOldest();
        return id;
    }

    /** Newest first. */
    List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Empty for an id that is not in the list, whatever it looks like. */
    Optional<MimeMessage> find(String id) throws IOException, MessagingException {
        if (!id.matches("[0-9-]+")) {
            return Optional.empty();
        }
        Path file = folder.resolve(id + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new MimeMessage(null, in));
        }
    }

    private void forgetTheOldest() throws IOException {
        List<String> ids = ids();
        for (String id : ids.subList(Math.min(keep, ids.size()), ids.size())) {
            Files.deleteIfExists(folder.resolve(id + SUFFIX));
        }
    }
}
