package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.Orientation;

/**
 * A JPEG (ITU T.81) with the segments that its picture needs: tables, scans, JFIF, colours. What else the camera or a
 * program wrote (EXIF, XMP, IPTC, comments, a preview behind the end) is left out; of EXIF only how its pixels lie stays.
 */
final class BareJpeg {
    private static final int MARKER = 0xff;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int COLOURS = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int LAST_APPLICATION = 0xef;
    private static final int COMMENT = 0xfe;

    private final Pieces pieces;
    private final Orientation orientation;
    private boolean oriented;

    private BareJpeg(byte[] jpeg, Orientation orientation) {
        this.pieces = new Pieces(jpeg);
        this.orientation = orientation;
    }

    static byte[] of(byte[] jpeg, Orientation orientation) throws TornImageException {
        BareJpeg bare = new BareJpeg(jpeg, orientation);
        boolean more = true;
        while (more && !bare.pieces.isOver()) {
            more = bare.segment();
        }
        TornImageException.unless(!more && !bare.pieces.isTorn());
        return bare.pieces.result();
    }

    /** Whether something may follow. */
    private boolean segment() {
        if (pieces.unsigned(0) != MARKER || pieces.unsigned(1) == MARKER) {
            pieces.leaveOut(1);
            return true;
        }
        int marker = pieces.unsigned(1);
        if (marker == END || marker == START || marker == TEMPORARY || isRestart(marker)) {
            pieces.keep(2);
            return marker != END;
        }
        long length = 2L + pieces.bigEndian16(2);
        pieces.take(length, isNeeded(marker));
        if (marker == EXIF && !oriented && orientation != Orientation.TOP_LEFT) {
            pieces.add(exif(orientation));
            oriented = true;
        }
        if (marker == SCAN) {
            scan();
        }
        return true;
    }

    /** Up to the next marker that is none of the scan's own. */
    private void scan() {
        while (!pieces.isOver() && !isScanOver()) {
            pieces.keep(1);
        }
    }

    private boolean isScanOver() {
        int next = pieces.unsigned(1);
        return pieces.unsigned(0) == MARKER && next != 0 && next != MARKER && !isRestart(next);
    }

    private boolean isNeeded(int marker) {
        return switch (marker) {
            case JFIF -> pieces.text(4, 5).equals("JFIF\0");
            case COLOURS -> pieces.text(4, 12).equals("ICC_PROFILE\0");
            case ADOBE -> pieces.text(4, 5).equals("Adobe");
            default -> marker != COMMENT && (marker < FIRST_APPLICATION || marker > LAST_APPLICATION);
        };
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    /** A segment that says how the pixels lie, and nothing else. */
    private static byte[] exif(Orientation orientation) {
        return new byte[] {
            (byte) MARKER,
            (byte) EXIF,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation.exif(),
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}
