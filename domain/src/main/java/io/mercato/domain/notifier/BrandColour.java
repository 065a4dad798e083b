package io.mercato.domain.notifier;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The colour that a marketplace paints its e-mails in.
 *
 * @param hex six hexadecimal digits with a hash, lower case, as {@code #0b5cad}
 */
public record BrandColour(String hex) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /** For a marketplace whose colour cannot be read. */
    public static final BrandColour DEFAULT = new BrandColour("#0b5cad");

    public BrandColour {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a colour: " + hex);
        }
    }

    /** This colour, or the default one: an e-mail does not fail for its looks. */
    public static BrandColour ofOrDefault(String hex) {
        return HEX.matcher(hex.toLowerCase(Locale.ROOT)).matches() ? new BrandColour(hex) : DEFAULT;
    }

    /** Black or white, whichever stands out more on this colour (WCAG 2: always 4.5:1 or better). */
    public String textOn() {
        return luminance() > 0.179 ? "#000000" : "#ffffff";
    }

    /** Relative luminance of WCAG 2, from 0 to 1. */
    double luminance() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    }

    private double channel(int position) {
        double share = Integer.parseInt(hex.substring(position, position + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
