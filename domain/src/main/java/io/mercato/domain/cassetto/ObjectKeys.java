package io.mercato.domain.cassetto;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Under which keys contents and their thumbnails lie on the object storage. */
public final class ObjectKeys {
    /** What all keys of contents begin with. */
    public static final String OBJECTS = "objects/";
    /** What all keys of thumbnails begin with. */
    public static final String THUMBNAILS = "thumbnails/";

    private static final Pattern KEY = Pattern.compile(
            "(?:objects/([0-9a-f]{2})/(\\1[0-9a-f]{62})|thumbnails/([0-9a-f]{2})/(\\3[0-9a-f]{62})/\\d+\\.webp)");

    private ObjectKeys() {}

    public static String object(String digest) {
        return OBJECTS + digest.substring(0, 2) + "/" + digest;
    }

    /** What the keys of all thumbnails of a content begin with. */
    public static String thumbnails(String digest) {
        return THUMBNAILS + digest.substring(0, 2) + "/" + digest + "/";
    }

    public static String thumbnail(String digest, int width) {
        return thumbnails(digest) + width + ".webp";
    }

    /** The content that a key belongs to; empty for a key that is not ours. */
    public static Optional<String> digest(String key) {
        Matcher found = KEY.matcher(key);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(found.group(2) == null ? found.group(4) : found.group(2));
    }
}
