package io.mercato.processors.cassetto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Goes through a file piece by piece: each is kept or left out. One that ends too early ends where it does. */
final class Pieces {
    private final byte[] all;
    private final ByteArrayOutputStream kept;
    private int at;
    private boolean torn;

    Pieces(byte[] all) {
        this.all = all;
        this.kept = new ByteArrayOutputStream(all.length);
    }

    boolean isOver() {
        return at >= all.length;
    }

    /** The byte so far ahead, 0 to 255; 0 behind the end. */
    int unsigned(int ahead) {
        long place = (long) at + ahead;
        return place < all.length ? all[(int) place] & 0xff : 0;
    }

    int bigEndian16(int ahead) {
        return unsigned(ahead) << 8 | unsigned(ahead + 1);
    }

    long bigEndian32(int ahead) {
        return (long) bigEndian16(ahead) << 16 | bigEndian16(ahead + 2);
    }

    long littleEndian32(int ahead) {
        return unsigned(ahead)
                | unsigned(ahead + 1) << 8
                | unsigned(ahead + 2) << 16
                | (long) unsigned(ahead + 3) << 24;
    }

    /** What stands so far ahead, a character for each byte. */
    String text(int ahead, int length) {
        int from = Math.min(at + ahead, all.length);
        return new String(all, from, Math.min(length, all.length - from), StandardCharsets.ISO_8859_1);
    }

    void keep(long length) {
        int here = here(length);
        kept.write(all, at, here);
        at += here;
    }

    void leaveOut(long length) {
        at += here(length);
    }

    void take(long length, boolean needed) {
        if (needed) {
            keep(length);
        } else {
            leaveOut(length);
        }
    }

    /** Something that did not stand there. */
    void add(byte... more) {
        kept.writeBytes(more);
    }

    private int here(long length) {
        torn |= length > all.length - at;
        return (int) Math.min(length, all.length - at);
    }

    /** Whether a piece was announced as longer than it is. */
    boolean isTorn() {
        return torn;
    }

    /** What was kept. */
    byte[] result() {
        return kept.toByteArray();
    }
}
