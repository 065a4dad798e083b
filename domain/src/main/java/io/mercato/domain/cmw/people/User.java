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
 * @param activated whether he has shown that the e-mail address is his
 * @param companyGroupId the group of his company that he belongs to
 * @param details null keeps what they are
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
        @Nullable Instant createdAt,
        boolean activated,
        @Nullable Instant activatedAt,
        @Nullable Integer companyGroupId,
        @Nullable UserDetails details) {

    public String fullName() {
        return (name + " " + surname).strip();
    }

    /** What a vendor may know of a customer: whom it serves and how to write to him. */
    public User reduced() {
        return new User(
                id,
                userName,
                email,
                name,
                surname,
                role,
                companyId,
                language,
                null,
                null,
                null,
                null,
                null,
                enabled,
                acceptedTerms,
                joined,
                createdAt,
                activated,
                activatedAt,
                null,
                null);
    }
}
