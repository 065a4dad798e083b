package io.mercato.rest;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * In which language a call reads and writes localised texts: the one that it names ({@code ?language=it}), else the
 * caller's own; for a visitor who is not logged in the first one that his browser prefers and that is written here.
 */
@EnableConfigurationProperties(TextProperties.class)
class Languages {
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final List<String> written;

    Languages(TextProperties properties) {
        this.written = properties.languages();
    }

    Principal read(Principal principal, Map<String, String> query, Message message) {
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

    /**
     * The first one that is written here; else the first one, for a vendor may have written in it all the same. A header
     * that cannot be read is no wish.
     */
    private String preferred(String header) {
        List<String> wished = wished(header);
        return wished.stream()
                .filter(written::contains)
                .findFirst()
                .orElse(wished.isEmpty() ? Principal.ANONYMOUS.language() : wished.get(0));
    }

    private static List<String> wished(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> !language.isEmpty())
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
