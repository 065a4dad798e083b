package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.people.Address;
import io.mercato.rest.cmw.CountryCode;
import jakarta.validation.constraints.Size;

/** {@code Address} of the contract. */
public record AddressBody(
        @Size(max = 255) String address,
        @Size(max = 255) String city,
        @Size(max = 255) String zipCode,
        @Size(min = 2, max = 2) String state,
        @Size(max = 255) String country,
        @Size(max = 2) @CountryCode String countryCode) {

    static AddressBody of(Address address) {
        return address == null
                ? null
                : new AddressBody(
                        address.address(),
                        address.city(),
                        address.zipCode(),
                        address.state(),
                        address.country(),
                        address.countryCode());
    }

    static Address toDomain(AddressBody body) {
        return body == null
                ? null
                : new Address(
                        text(body.address),
                        text(body.city),
                        text(body.zipCode),
                        text(body.state),
                        text(body.country),
                        text(body.countryCode));
    }
}
