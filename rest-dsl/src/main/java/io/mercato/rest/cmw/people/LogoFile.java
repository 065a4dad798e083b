package io.mercato.rest.cmw.people;

import io.mercato.rest.UrlEntity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file behind the address of a company's logo. */
final class LogoFile {
    private static final Pattern ADDRESS = Pattern.compile("/api/companyLogoFile/(\\d+)/static");

    private LogoFile() {}

    /** @param logo address of the logo; null for none. Returns null for one that is no file of this platform */
    static UrlEntity of(String logo) {
        Matcher address = ADDRESS.matcher(logo == null ? "" : logo);
        return address.matches() ? new UrlEntity("companyLogoFile/" + address.group(1)) : null;
    }
}
