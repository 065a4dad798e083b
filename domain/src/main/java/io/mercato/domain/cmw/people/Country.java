package io.mercato.domain.cmw.people;

/**
 * A country.
 *
 * @param code ISO 3166, two letters
 * @param name in the language of whoever asks
 */
public record Country(String code, String name) {
    private static final int LETTERS = 26;

    /** A number that stays: the place of its code in the alphabet of all codes. */
    public int id() {
        return (code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A' + 1;
    }

    /** By its code or its name, in any case. */
    public boolean isCalled(String codeOrName) {
        return code.equalsIgnoreCase(codeOrName) || name.equalsIgnoreCase(codeOrName);
    }
}
