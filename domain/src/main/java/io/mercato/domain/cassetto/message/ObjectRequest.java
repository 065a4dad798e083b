package io.mercato.domain.cassetto.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Show this content; that the caller may see it has been decided.
 *
 * @param fileName what a client that saves it is to call it
 * @param open whether everybody may have it, so that caches may keep it
 * @param width wanted width of an image in pixels; null for the image as it is
 * @param seen entity tags that the client has; {@code *} for any
 */
public record ObjectRequest(
        String digest,
        String fileName,
        boolean open,
        @Nullable Integer width,
        List<String> seen) {

    public ObjectRequest {
        seen = List.copyOf(seen);
    }
}
