package io.mercato.rest.cmw.people;

import io.mercato.domain.cmw.people.PasswordChoice;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code PasswordReset} of the contract. @param tag the token of the e-mail */
public record PasswordResetBody(
        @NotBlank @Size(max = 255) String tag,
        @NotBlank @Size(max = 1024) String password) {

    PasswordChoice toDomain() {
        return new PasswordChoice(tag, password);
    }

    @Override
    public String toString() {
        return "PasswordResetBody";
    }
}
