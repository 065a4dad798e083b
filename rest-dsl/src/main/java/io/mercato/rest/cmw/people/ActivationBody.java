package io.mercato.rest.cmw.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code UserActivation} of the contract. @param tag the token of the e-mail */
public record ActivationBody(@NotBlank @Size(max = 255) String tag) {

    @Override
    public String toString() {
        return "ActivationBody";
    }
}
