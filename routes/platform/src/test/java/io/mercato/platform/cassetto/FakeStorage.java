package io.mercato.platform.cassetto;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.storage.GetObject;
import io.mercato.domain.storage.ListObjects;
import io.mercato.domain.storage.PutObject;
import io.mercato.domain.storage.StoredKey;
import io.mercato.domain.transfer.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;

/** An object storage in memory, behind the routes of a connector named "fake"; can be away, or slow to take something. */
class FakeStorage extends RouteBuilder {
    private final NavigableMap<String, byte[]> objects = new TreeMap<>();
    private final List<String> puts = new ArrayList<>();
    private final List<String> deletions = new ArrayList<>();
    private Instant modified = Instant.now();
    private boolean away;
    private ByteRange range;
    private CountDownLatch hold = new CountDownLatch(0);

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:storage-fake-put").process(e -> put(e.getMessage().getBody(PutObject.class)));
        from("direct:storage-fake-get")
                .streamCache("false")
                .process(e -> e.getMessage().setBody(get(e.getMessage().getBody(GetObject.class))));
        from("direct:storage-fake-delete").process(e -> delete(e.getMessage().getBody(String.class)));
        from("direct:storage-fake-list")
                .process(e -> e.getMessage().setBody(list(e.getMessage().getBody(ListObjects.class))));
    }

    synchronized void reset() {
        objects.clear();
        puts.clear();
        deletions.clear();
        away = false;
        modified = Instant.now();
        hold.countDown();
    }

    /** From now on it is away, or back. */
    synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** Every deletion waits until the latch is let go. */
    synchronized CountDownLatch holdDeletions() {
        hold = new CountDownLatch(1);
        return hold;
    }

    /** Something that somebody left there. */
    synchronized void leave(String key, Instant when) {
        objects.put(key, new byte[] {1});
        modified = when;
    }

    synchronized Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    synchronized byte[] content(String key) {
        return objects.get(key);
    }

    synchronized List<String> puts() {
        return List.copyOf(puts);
    }

    synchronized List<String> deletions() {
        return List.copyOf(deletions);
    }

    private synchronized void put(PutObject request) {
        requireThere();
        puts.add(request.key());
        try {
            objects.put(request.key(), Files.readAllBytes(request.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What part of an object was asked for last; null for all. */
    synchronized ByteRange lastRange() {
        return range;
    }

    private synchronized InputStream get(GetObject wanted) {
        requireThere();
        byte[] object = objects.get(wanted.key());
        if (object == null) {
            throw new MercatoException(ErrorKind.NOT_FOUND, "storage-object-missing", "There is none");
        }
        range = wanted.range();
        return range == null
                ? new Sent(object, 0, object.length)
                : new Sent(object, (int) range.first(), (int) range.length());
    }

    /** Bytes that come over the network: once closed, there are no more. */
    private static final class Sent extends ByteArrayInputStream {
        private boolean closed;

        private Sent(byte[] object, int first, int length) {
            super(object, first, length);
        }

        @Override
        public synchronized int read() {
            requireOpen();
            return super.read();
        }

        @Override
        public synchronized int read(byte[] to, int from, int length) {
            requireOpen();
            return super.read(to, from, length);
        }

        @Override
        public synchronized long transferTo(OutputStream to) throws IOException {
            requireOpen();
            return super.transferTo(to);
        }

        @Override
        public synchronized byte[] readAllBytes() {
            requireOpen();
            return super.readAllBytes();
        }

        @Override
        public void close() {
            closed = true;
        }

        private void requireOpen() {
            if (closed) {
                throw new UncheckedIOException(new IOException("Read after the end"));
            }
        }
    }

    private void delete(String key) throws InterruptedException {
        CountDownLatch wait;
        synchronized (this) {
            requireThere();
            deletions.add(key);
            wait = hold;
        }
        wait.await();
        synchronized (this) {
            objects.remove(key);
        }
    }

    private synchronized List<StoredKey> list(ListObjects wanted) {
        requireThere();
        return objects.tailMap(wanted.after(), false).entrySet().stream()
                .filter(object -> object.getKey().startsWith(wanted.prefix()))
                .limit(wanted.limit())
                .map(object -> new StoredKey(object.getKey(), object.getValue().length, modified))
                .toList();
    }

    private void requireThere() {
        if (away) {
            throw new MercatoException(ErrorKind.RETRYABLE, "storage-unavailable", "The storage is away");
        }
    }
}
