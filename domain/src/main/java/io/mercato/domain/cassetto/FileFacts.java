package io.mercato.domain.cassetto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file's bytes, without unpacking or drawing them.
 *
 * @param type media type
 * @param size in bytes
 * @param image of an image whose header could be read
 * @param archive of an archive that could be read
 * @param svgProblems what an SVG has in it that a picture needs not, as {@link SvgRules} names it
 */
public record FileFacts(
        String type,
        long size,
        @Nullable Image image,
        @Nullable Archive archive,
        List<String> svgProblems) {

    public FileFacts {
        svgProblems = List.copyOf(svgProblems);
    }

    /** @param width in pixels, by the header and before it is turned */
    public record Image(int width, int height) {

        public long pixels() {
            return (long) width * height;
        }
    }

    /**
     * @param entries how many files it holds, those of archives inside it too
     * @param unpacked how many bytes they are; counting stops above what is allowed
     * @param depth 1 for an archive without archives inside
     */
    public record Archive(int entries, long unpacked, int depth) {}
}
