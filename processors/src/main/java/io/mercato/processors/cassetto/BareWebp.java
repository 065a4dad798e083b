package io.mercato.processors.cassetto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** A WebP (RFC 9649) with the chunks that its picture needs: EXIF, XMP and unknown ones are left out. */
final class BareWebp {
    private static final int HEADER = 12;
    /** Type and length of a chunk. */
    private static final int FRAME = 8;

    private static final int SIZE_AT = 4;
    private static final String FEATURES = "VP8X";
    /** Bits of the features that promise EXIF and XMP. */
    private static final int PROMISED = 0x08 | 0x04;

    private static final Set<String> NEEDED = Set.of(FEATURES, "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private BareWebp() {}

    static byte[] of(byte[] webp) throws TornImageException {
        Pieces pieces = new Pieces(webp);
        long end = FRAME + pieces.littleEndian32(SIZE_AT);
        TornImageException.unless(end <= webp.length);
        pieces.keep(HEADER);
        long at = HEADER;
        while (!pieces.isOver() && at < end) {
            String type = pieces.text(0, 4);
            long length = pieces.littleEndian32(4);
            long whole = FRAME + length + length % 2;
            if (type.equals(FEATURES) && length > 0) {
                int features = pieces.unsigned(FRAME);
                pieces.keep(FRAME);
                pieces.leaveOut(1);
                pieces.add((byte) (features & ~PROMISED));
                pieces.keep(whole - FRAME - 1);
            } else {
                pieces.take(whole, NEEDED.contains(type));
            }
            at += whole;
        }
        return sized(pieces.result());
    }

    private static byte[] sized(byte[] webp) {
        if (webp.length < HEADER) {
            return webp;
        }
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, webp.length - FRAME);
        return webp;
    }
}
