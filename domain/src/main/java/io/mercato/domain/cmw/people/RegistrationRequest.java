package io.mercato.domain.cmw.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be registered.
 *
 * @param password his first one; never stored here
 * @param companyName a company to be made for him
 */
public record RegistrationRequest(
        User user,
        @Nullable String password,
        @Nullable String companyName,
        @Nullable String companyTaxCode) {

    @Override
    public String toString() {
        return "RegistrationRequest[" + user.userName() + "]";
    }
}
