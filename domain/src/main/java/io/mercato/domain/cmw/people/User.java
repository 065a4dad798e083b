package io.mercato.domain.cmw.people;

import io.mercato.domain.identity.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a login. The password is Keycloak's.
 *
 * @param id null until it is stored
 * @param role null keeps what it is; a customer when new
 * @param publicKey OpenSSH public key that opens his machines; null until he sets one
 * @param enabled null keeps what it is
 * @param joined whether a Keycloak account has been joined to it
 */
public record User(
        @Nullable Integer id,
        String userName,
        String email,
        String name,
        String surname,
        @Nullable Role role,
        @Nullable Integer companyId,
        @Nullable String language,
        @Nullable String phoneNumber,
        @Nullable String publicKey,
        @Nullable Address address,
        @Nullable String fiscalCode,
        @Nullable String externalId,
        @Nullable Boolean enabled,
        boolean acceptedTerms,
        boolean joined,
        @Nullable Instant createdAt) {

    public String fullName() {
        return (name + " " + surname).strip();
    }
}
