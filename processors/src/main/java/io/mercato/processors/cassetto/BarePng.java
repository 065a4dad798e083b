package io.mercato.processors.cassetto;

import java.util.Set;

/** A PNG with the chunks that its picture needs: texts, EXIF, times and what stands behind the end are left out. */
final class BarePng {
    private static final int SIGNATURE = 8;
    /** Length, type and check sum of a chunk. */
    private static final int FRAME = 12;

    private static final String END = "IEND";
    /** Picture, colours, transparency, size, movement (PNG, third edition). */
    private static final Set<String> NEEDED = Set.of(
            "IHDR", "PLTE", "IDAT", END, "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
            "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    private BarePng() {}

    static byte[] of(byte[] png) throws TornImageException {
        Pieces pieces = new Pieces(png);
        pieces.keep(SIGNATURE);
        String type = "";
        while (!pieces.isOver() && !type.equals(END)) {
            long length = FRAME + pieces.bigEndian32(0);
            type = pieces.text(4, 4);
            pieces.take(length, NEEDED.contains(type));
        }
        TornImageException.unless(type.equals(END) && !pieces.isTorn());
        return pieces.result();
    }
}
