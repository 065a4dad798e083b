package io.mercato.domain.cassetto;

import java.util.List;

/**
 * What is taken for one use.
 *
 * @param types media types
 * @param maxSize in bytes
 * @param bounds what no file may exceed, whatever it is for
 */
public record FileLimits(List<String> types, long maxSize, Bounds bounds) {

    public FileLimits {
        types = List.copyOf(types);
    }

    /**
     * Against files that are small until they are opened.
     *
     * @param pixels of an image
     * @param unpacked bytes of an archive's content
     * @param ratio times that an archive's content may be larger than the archive
     * @param entries files in an archive
     * @param depth archives inside each other
     */
    public record Bounds(long pixels, long unpacked, int ratio, int entries, int depth) {

        /** How many bytes are counted of the content of an archive of this size before it is called a bomb. */
        public long unpackedFor(long size) {
            return size > unpacked / ratio ? unpacked : size * ratio;
        }
    }
}
