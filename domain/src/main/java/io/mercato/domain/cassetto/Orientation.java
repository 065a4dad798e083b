package io.mercato.domain.cassetto;

/** How the pixels of a photograph lie: EXIF's eight ways, named by where its first row and first column belong. */
public enum Orientation {
    TOP_LEFT(false, 0),
    TOP_RIGHT(true, 0),
    BOTTOM_RIGHT(false, 2),
    BOTTOM_LEFT(true, 2),
    LEFT_TOP(true, 3),
    RIGHT_TOP(false, 1),
    RIGHT_BOTTOM(true, 1),
    LEFT_BOTTOM(false, 3);

    private final boolean mirrored;
    private final int quarterTurns;

    Orientation(boolean mirrored, int quarterTurns) {
        this.mirrored = mirrored;
        this.quarterTurns = quarterTurns;
    }

    /** Of EXIF's number, 1 to 8; any other is upright. */
    public static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : TOP_LEFT;
    }

    /** EXIF's number, 1 to 8. */
    public int exif() {
        return ordinal() + 1;
    }

    /** Whether left and right change places, before it is turned. */
    public boolean isMirrored() {
        return mirrored;
    }

    /** Clockwise turns by 90° that set it upright, after it was mirrored where it must be. */
    public int quarterTurns() {
        return quarterTurns;
    }

    /** Whether width and height change places when it is shown. */
    public boolean isSwapped() {
        return quarterTurns % 2 == 1;
    }
}
