package io.mercato.rest.cmw.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code PasswordRecovery} of the contract. @param identifier user name or e-mail address */
public record PasswordRecoveryBody(
        @NotBlank @Size(max = 255) String identifier) {}
