package io.mercato.domain.cmw.people;

/**
 * Somebody chooses a password.
 *
 * @param tag the token that was sent to him
 */
public record PasswordChoice(String tag, String password) {

    @Override
    public String toString() {
        return "PasswordChoice";
    }
}
