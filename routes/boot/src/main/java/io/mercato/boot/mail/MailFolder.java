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
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
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
    /** What lies in the folder, which nobody else writes to: listing it for each mail would cost more than the mail. */
    private final NavigableSet<String> kept = new ConcurrentSkipListSet<>();

    MailFolder(Path folder, int keep) throws IOException {
        this.folder = folder;
        this.keep = keep;
        Files.createDirectories(folder);
        kept.addAll(files());
    }

    String add(MimeMessage message) throws IOException, MessagingException {
        String id = STAMP.format(Instant.now()) + "-" + String.format("%05d", sequence.incrementAndGet() % 100_000);
        Path draft = folder.resolve(id + ".new");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        kept.add(id);
        forgetTheOldest();
        return id;
    }

    /** Newest first. */
    List<String> ids() {
        return List.copyOf(kept.descendingSet());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
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
        while (kept.size() > keep) {
            String oldest = kept.pollFirst();
            if (oldest != null) {
                Files.deleteIfExists(folder.resolve(oldest + SUFFIX));
            }
        }
    }
}
