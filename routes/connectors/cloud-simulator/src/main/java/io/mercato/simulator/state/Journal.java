package io.mercato.simulator.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A durable map of text: each change is a line "key TAB value" (an empty value removes), appended to one file. Many
 * threads share one fsync: whoever comes while the disk is busy waits for the next. The file is rewritten when it is
 * opened and when most of it is history. A torn last line is what a killed program leaves, and is dropped.
 */
public final class Journal implements AutoCloseable {
    private static final long SPARE_BYTES = 8L << 20;

    private final Path file;
    private final Map<String, String> live = new LinkedHashMap<>();
    private final Object disk = new Object();
    private StringBuilder pending = new StringBuilder();
    private FileChannel channel;
    private long written;
    private long compacted;
    private long appended;
    private long durable;
    private boolean damaged;

    private Journal(Path file) {
        this.file = file;
    }

    /** Opens the journal, with all that was in it. */
    public static Journal open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Journal journal = new Journal(file);
        journal.read();
        journal.compact(journal.snapshot());
        return journal;
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            int tab = text.indexOf('\t', start);
            if (tab < 0 || tab > end) {
                throw new IOException("broken line in " + file + " at character " + start);
            }
            remember(text.substring(start, tab), text.substring(tab + 1, end));
            start = end + 1;
        }
    }

    private void remember(String key, String value) {
        if (value.isEmpty()) {
            live.remove(key);
        } else {
            live.put(key, value);
        }
    }

    /** Shows each entry, oldest first. */
    public synchronized void forEach(BiConsumer<String, String> consumer) {
        live.forEach(consumer);
    }

    /** Notes a change; it is durable after the next {@link #sync()}. The value is one line. */
    public synchronized void put(String key, String value) {
        remember(key, value);
        pending.append(key).append('\t').append(value).append('\n');
        appended++;
    }

    /** Notes a removal. */
    public void remove(String key) {
        put(key, "");
    }

    /** Returns when all that was noted before is on the disk. */
    public void sync() {
        long mine;
        synchronized (this) {
            mine = appended;
        }
        synchronized (disk) {
            if (durable >= mine) {
                return;
            }
            flush();
        }
    }

    private void flush() {
        try {
            byte[] batch;
            long upTo;
            String snapshot = null;
            synchronized (this) {
                batch = pending.toString().getBytes(StandardCharsets.UTF_8);
                pending = new StringBuilder();
                upTo = appended;
                if (damaged || written + batch.length > 2 * compacted + SPARE_BYTES) {
                    snapshot = snapshot();
                }
            }
            if (snapshot == null) {
                write(channel, batch);
                channel.force(false);
                written += batch.length;
            } else {
                compact(snapshot);
            }
            durable = upTo;
            damaged = false;
        } catch (IOException broken) {
            // A part of the batch may be in the file: the next one writes all of it anew.
            damaged = true;
            throw new UncheckedIOException("the journal can't be written", broken);
        }
    }

    private String snapshot() {
        StringBuilder text = new StringBuilder();
        live.forEach((key, value) -> text.append(key).append('\t').append(value).append('\n'));
        return text.toString();
    }

    private void compact(String snapshot) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        byte[] bytes = snapshot.getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(out, bytes);
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
        if (channel != null) {
            channel.close();
        }
        channel = FileChannel.open(file, StandardOpenOption.APPEND);
        written = bytes.length;
        compacted = bytes.length;
    }

    private void forceDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        sync();
        synchronized (disk) {
            channel.close();
        }
    }
}
