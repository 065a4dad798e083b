package io.mercato.domain.cassetto;

import java.util.List;
import java.util.Optional;

/** In which sizes an image is kept besides its own, and which of them answers a wish. */
public final class ThumbnailPlan {

    private ThumbnailPlan() {}

    /** @param width in pixels, at least 1 */
    public record Size(int width, int height) {}

    /** Those of the widths that are smaller than the image, with its proportions. */
    public static List<Size> of(int width, int height, List<Integer> widths) {
        return widths.stream()
                .distinct()
                .filter(smaller -> smaller > 0 && smaller < width)
                .sorted()
                .map(smaller -> new Size(smaller, heightFor(smaller, width, height)))
                .toList();
    }

    private static int heightFor(int smaller, int width, int height) {
        long rounded = ((long) height * smaller + width / 2) / width;
        return Math.toIntExact(Math.max(1, rounded));
    }

    /** The smallest one that is wide enough; empty when only the image itself is. */
    public static Optional<Integer> best(List<Integer> made, int wanted) {
        return made.stream().filter(width -> width >= wanted).sorted().findFirst();
    }

    /** Every how many-th pixel is read at least, so that a large image is not held in memory as a whole. */
    public static int subsampling(int width, int largestThumbnail) {
        return Math.max(1, width / (2 * Math.max(1, largestThumbnail)));
    }
}
