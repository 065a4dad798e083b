package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CloudCredential;
import io.mercato.domain.error.Errors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** {@code CloudCredentialPatch} of the contract: {@code UPLOAD}, in any case, with identity and secret. */
public record CloudCredentialPatchBody(
        @NotBlank String action, @NotNull @Valid Payload payload) {

    /** Goes in, and never comes out. */
    public record Payload(
            @NotBlank @Size(max = 1024) String identity,
            @NotBlank @Size(max = 8192) String secret) {

        @Override
        public String toString() {
            return "Payload[" + identity + "]";
        }
    }

    CloudCredential.Secret toDomain() {
        if (!action.equalsIgnoreCase("UPLOAD")) {
            throw Errors.rejectedField("action-not-possible", "action", "only UPLOAD is possible here");
        }
        return new CloudCredential.Secret(payload.identity(), payload.secret());
    }
}
