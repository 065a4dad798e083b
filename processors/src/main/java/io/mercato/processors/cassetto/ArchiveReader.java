package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.FileFacts.Archive;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;

/** Counts what comes out of an archive, throwing it away, and stops as soon as that is too much. */
@Component
class ArchiveReader {
    private static final int BUFFER = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** @param enough bytes above which counting stops; null when it cannot be read */
    Archive read(Path file, long enough, int enoughEntries, int enoughDepth) throws IOException {
        Count count = new Count(enough, enoughEntries, enoughDepth);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            count.archive(bytes, 1);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
        return new Archive(count.entries, count.unpacked, count.depth);
    }

    /** The count so far; an archive within the archive is counted along. */
    private static final class Count {
        private final long enough;
        private final int enoughEntries;
        private final int enoughDepth;
        private int entries;
        private long unpacked;
        private int depth;

        private Count(long enough, int enoughEntries, int enoughDepth) {
            this.enough = enough;
            this.enoughEntries = enoughEntries;
            this.enoughDepth = enoughDepth;
        }

        private void archive(InputStream bytes, int level) throws IOException {
            depth = Math.max(depth, level);
            ZipInputStream zip = new ZipInputStream(bytes);
            for (ZipEntry entry = zip.getNextEntry(); entry != null && !isEnough(); entry = zip.getNextEntry()) {
                entries++;
                entry(zip, level);
            }
        }

        private boolean isEnough() {
            return unpacked > enough || entries > enoughEntries || depth > enoughDepth;
        }

        private void entry(InputStream content, int level) throws IOException {
            BufferedInputStream bytes = new BufferedInputStream(content, BUFFER);
            bytes.mark(ZIP.length);
            boolean nested = java.util.Arrays.equals(bytes.readNBytes(ZIP.length), ZIP);
            bytes.reset();
            if (nested) {
                archive(new Counted(bytes), level + 1);
            } else {
                drain(bytes);
            }
        }

        private void drain(InputStream bytes) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0 && !isEnough(); read = bytes.read(buffer)) {
                unpacked += read;
            }
        }

        /** Bytes of an archive within the archive count too. */
        private final class Counted extends java.io.FilterInputStream {
            private Counted(InputStream bytes) {
                super(bytes);
            }

            @Override
            public int read() throws IOException {
                int read = super.read();
                unpacked += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                unpacked += Math.max(0, read);
                return read;
            }
        }
    }
}
