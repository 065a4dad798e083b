package io.mercato.domain.cassetto.message;

import io.mercato.domain.transfer.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Show this content; that the caller may see it has been decided.
 *
 * @param fileName what a client that saves it is to call it
 * @param open whether everybody may have it, so that caches may keep it
 * @param width wanted width of an image in pixels; null for the image as it is
 * @param wanted what of its bytes
 */
public record ObjectRequest(
        String digest,
        String fileName,
        boolean open,
        @Nullable Integer width,
        Wanted wanted) {}
