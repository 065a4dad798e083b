package io.mercato.rest.cmw.people;

import io.mercato.domain.cmw.people.Country;

/** {@code CountryCode} of the contract. */
public record CountryCodeBody(int id, String self, String country, String countryCode) {

    static CountryCodeBody of(Country country) {
        return new CountryCodeBody(country.id(), "countryCodes/" + country.id(), country.name(), country.code());
    }
}
