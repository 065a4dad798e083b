package io.mercato.processors.cassetto;

import java.io.IOException;

/** An image that breaks off before its end. */
final class TornImageException extends IOException {
    private static final long serialVersionUID = 1L;

    TornImageException() {
        super("The image breaks off before its end");
    }

    /** Throws unless the image is whole. */
    static void unless(boolean whole) throws TornImageException {
        if (!whole) {
            throw new TornImageException();
        }
    }
}
