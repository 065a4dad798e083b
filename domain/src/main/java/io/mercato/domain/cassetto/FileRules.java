package io.mercato.domain.cassetto;

import io.mercato.domain.cassetto.FileFacts.Archive;
import io.mercato.domain.cassetto.FileFacts.Image;
import io.mercato.domain.cassetto.FileLimits.Bounds;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which files are taken. What is dangerous is refused as a whole, not mended. */
public final class FileRules {

    private FileRules() {}

    /** Throws REJECTED, with what is wrong, unless the file may be stored. */
    public static void require(FileFacts facts, FileLimits limits) {
        if (facts.size() == 0) {
            throw new MercatoException(ErrorKind.REJECTED, "empty-file", "The file is empty");
        }
        requireType(facts.type(), limits);
        if (facts.size() > limits.maxSize()) {
            throw rejected(
                    "file-too-large-%size%-%limit%",
                    "The file has " + facts.size() + " bytes, allowed are " + limits.maxSize(),
                    Map.of("size", String.valueOf(facts.size()), "limit", String.valueOf(limits.maxSize())));
        }
        requireKind(facts, limits.bounds());
    }

    private static void requireKind(FileFacts facts, Bounds bounds) {
        if (MediaType.isRaster(facts.type())) {
            requireImage(facts.type(), facts.image(), bounds);
        } else if (facts.type().equals(MediaType.SVG)) {
            requireStill(facts);
        } else if (facts.type().equals(MediaType.ZIP)) {
            requireArchive(facts, bounds);
        }
    }

    private static void requireType(String type, FileLimits limits) {
        if (!limits.types().contains(type)) {
            throw rejected(
                    "unsupported-file-type-%detected%-%supported%",
                    "Unsupported file type: " + type,
                    Map.of("detected", type, "supported", String.join(", ", limits.types())));
        }
    }

    private static void requireImage(String type, @Nullable Image image, Bounds bounds) {
        if (image == null || image.width() <= 0 || image.height() <= 0) {
            throw unreadable(type);
        }
        if (image.pixels() > bounds.pixels()) {
            throw rejected(
                    "image-too-large-%width%-%height%-%limit%",
                    "The image has " + image.width() + " × " + image.height() + " pixels, allowed are "
                            + bounds.pixels() + " in all",
                    Map.of(
                            "width", String.valueOf(image.width()),
                            "height", String.valueOf(image.height()),
                            "limit", String.valueOf(bounds.pixels())));
        }
    }

    private static void requireStill(FileFacts facts) {
        if (!facts.svgProblems().isEmpty()) {
            String found = facts.svgProblems().get(0);
            throw rejected("unsafe-svg-%found%", "The SVG is more than a picture: " + found, Map.of("found", found));
        }
    }

    private static void requireArchive(FileFacts facts, Bounds bounds) {
        Archive archive = facts.archive();
        if (archive == null) {
            throw unreadable(facts.type());
        }
        if (archive.unpacked() > bounds.unpackedFor(facts.size())) {
            throw bomb("its content is too large for its size");
        }
        if (archive.entries() > bounds.entries()) {
            throw bomb("more than " + bounds.entries() + " files");
        }
        if (archive.depth() > bounds.depth()) {
            throw bomb("archives within archives");
        }
    }

    private static MercatoException bomb(String why) {
        return rejected("archive-not-taken-%reason%", "The archive is not taken: " + why, Map.of("reason", why));
    }

    /** REJECTED: broken, or not what its first bytes say. */
    public static MercatoException unreadable(String type) {
        return rejected(
                "unreadable-file-%type%",
                "The file says that it is " + type + ", but cannot be read as such", Map.of("type", type));
    }

    private static MercatoException rejected(String key, String text, Map<String, String> fields) {
        return new MercatoException(ErrorKind.REJECTED, key, text, fields);
    }
}
