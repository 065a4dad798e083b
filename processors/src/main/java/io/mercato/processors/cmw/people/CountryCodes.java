package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Country;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The countries of ISO 3166 with their names in the caller's language, in its alphabet's order. */
@Component("countryCodes")
public class CountryCodes {

    /** All of them, or the one that {@code country} names by its code or its name. */
    public List<Country> list(Principal principal, Filter filter) {
        Locale language = Locale.forLanguageTag(principal.language());
        String asked = filter.text("country");
        List<Country> countries = Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, new Locale("", code).getDisplayCountry(language)))
                .filter(country -> asked == null || country.isCalled(asked))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(language)))
                .toList();
        if (countries.isEmpty()) {
            throw Errors.notFound("country", asked);
        }
        return countries;
    }
}
