package io.mercato.processors.cassetto;

import java.util.Set;

/** A GIF (version 89a) with its pictures and how often they are repeated: comments and XMP are left out. */
final class BareGif {
    private static final int HEADER = 13;
    private static final int SCREEN_FLAGS_AT = 10;
    private static final int IMAGE = 0x2c;
    private static final int IMAGE_HEADER = 10;
    private static final int IMAGE_FLAGS_AT = 9;
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int END = 0x3b;
    private static final Set<String> NEEDED = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private final Pieces pieces;

    private BareGif(byte[] gif) {
        this.pieces = new Pieces(gif);
    }

    static byte[] of(byte[] gif) throws TornImageException {
        BareGif bare = new BareGif(gif);
        bare.pieces.keep(HEADER + colours(bare.pieces.unsigned(SCREEN_FLAGS_AT)));
        boolean more = true;
        while (more && !bare.pieces.isOver()) {
            more = bare.block();
        }
        TornImageException.unless(bare.pieces.unsigned(0) == END && !bare.pieces.isTorn());
        bare.pieces.add((byte) END);
        return bare.pieces.result();
    }

    /** Whether something may follow. */
    private boolean block() {
        int kind = pieces.unsigned(0);
        if (kind == IMAGE) {
            pieces.keep(IMAGE_HEADER + colours(pieces.unsigned(IMAGE_FLAGS_AT)) + 1);
            data(true);
        } else if (kind == EXTENSION) {
            extension();
        }
        return kind == IMAGE || kind == EXTENSION;
    }

    private void extension() {
        int label = pieces.unsigned(1);
        boolean needed = label != COMMENT && (label != APPLICATION || NEEDED.contains(pieces.text(3, 11)));
        pieces.take(2, needed);
        data(needed);
    }

    /** Blocks of up to 255 bytes, each after its length, up to an empty one. */
    private void data(boolean needed) {
        int length;
        do {
            length = pieces.unsigned(0);
            pieces.take(1 + length, needed);
        } while (length != 0);
    }

    /** Bytes of a table of colours, as these flags announce it. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 0x07) + 1;
    }
}
