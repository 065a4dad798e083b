package io.mercato.domain.cassetto.message;

import org.jspecify.annotations.Nullable;

/**
 * A content that cassetto keeps. Nobody holds it yet: who wants it kept sends {@link CassettoCommand.KeepObject} in the
 * transaction in which he remembers it, else it is removed after a while.
 *
 * @param digest SHA-256 of the bytes in lower-case hexadecimal: what it is called by
 * @param sha512 SHA-512 of the same
 * @param name digest and the usual extension of its type, for addresses
 * @param type media type, found in the bytes
 * @param width of an image, in pixels, as it is shown; null for anything else
 * @param fileName what the client called it
 */
public record StoredObject(
        String digest,
        String sha512,
        String name,
        String type,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String fileName) {}
