package io.mercato.domain.transfer;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a client is sent.
 *
 * @param bytes whoever answers closes them; null when the client has them already
 * @param type media type of what they are
 * @param size how many there are of the whole
 * @param tag identity of these bytes: the same tag, the same bytes
 * @param fileName what a client that saves them is to call them
 * @param caching who may keep them, and for how long
 * @param inParts whether a client may ask for a part of them
 * @param part what part of the whole the bytes are; null when they are the whole
 */
public record Download(
        @Nullable InputStream bytes,
        String type,
        long size,
        String tag,
        String fileName,
        Caching caching,
        boolean inParts,
        @Nullable ByteRange part) {

    /** One that is sent as a whole only. */
    public Download(InputStream bytes, String type, long size, String tag, String fileName, Caching caching) {
        this(bytes, type, size, tag, fileName, caching, false, null);
    }

    /** Who may keep the bytes. */
    public enum Caching {
        /** Everybody, for ever: the address names the content. */
        FOR_EVER,
        /** The caller only, who asks each time whether they are still his. */
        PRIVATE,
        /** Everybody for a moment: better ones are in the making. */
        FOR_A_MOMENT
    }

    /** One that a client may ask for a part of; its bytes come later. */
    public static Download inParts(String type, long size, String tag, String fileName, Caching caching) {
        return new Download(null, type, size, tag, fileName, caching, true, null);
    }

    /** The same, of a part only. @param wanted null for the whole */
    public Download of(@Nullable ByteRange wanted) {
        return new Download(bytes, type, size, tag, fileName, caching, inParts, wanted);
    }

    public Download with(InputStream found) {
        return new Download(found, type, size, tag, fileName, caching, inParts, part);
    }

    /** Whether the client has them already. */
    public boolean isUnchanged() {
        return bytes == null;
    }
}
