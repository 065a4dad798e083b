package io.mercato.domain.cmw.people;

import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param state two letters, where the country has such
 * @param countryCode ISO 3166, two letters
 */
public record Address(
        @Nullable String address,
        @Nullable String city,
        @Nullable String zipCode,
        @Nullable String state,
        @Nullable String country,
        @Nullable String countryCode) {

    /** Whether it says enough to send an invoice there. */
    public boolean reachable() {
        return isThere(address) && isThere(city) && isThere(zipCode) && (isThere(country) || isThere(countryCode));
    }

    private static boolean isThere(@Nullable String part) {
        return part != null && !part.isBlank();
    }
}
