package io.mercato.rest;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * In which language a call reads and writes localised texts: the one that it names ({@code ?language=it}), else the
 * caller's own; for a visitor who is not logged in the one that his browser prefers.
 */
final class Languages {
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private Languages() {}

    static Principal read(Principal principal, Map<String, String> query, Message message) {
        String asked = query.get("language");
        if (asked != null && !asked.isBlank()) {
            return principal.inLanguage(code(asked));
        }
        return principal.isAnonymous()
                ? principal.inLanguage(preferred(message.getHeader("Accept-Language", String.class)))
                : principal;
    }

    private static String code(String asked) {
        if (!CODE.matcher(asked.toLowerCase(Locale.ROOT)).matches()) {
            throw Errors.invalidField("language", "must be a language code as en or pt-BR");
        }
        return Locale.forLanguageTag(asked).getLanguage();
    }

    /** A header that cannot be read is no wish. */
    private static String preferred(String header) {
        if (header == null || header.isBlank()) {
            return Principal.ANONYMOUS.language();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            String language = ranges.isEmpty() || ranges.get(0).getWeight() == 0
                    ? ""
                    : Locale.forLanguageTag(ranges.get(0).getRange()).getLanguage();
            return language.isEmpty() ? Principal.ANONYMOUS.language() : language;
        } catch (IllegalArgumentException e) {
            return Principal.ANONYMOUS.language();
        }
    }
}
