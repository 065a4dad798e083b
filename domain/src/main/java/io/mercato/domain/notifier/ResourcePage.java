package io.mercato.domain.notifier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail is about, and the page that shows it.
 *
 * @param kind {@code order}, {@code subscription}, {@code invoice}, {@code product} or {@code company}
 * @param number its id
 * @param url absolute, http or https; null where no page shows it: the e-mail names the reference instead
 */
public record ResourcePage(
        String kind, int number, @Nullable String url) implements EmailPart {

    /** As an e-mail's model holds it: all text, without what is null. */
    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", kind);
        plain.put("number", Integer.toString(number));
        if (url != null) {
            plain.put("url", url);
        }
        return plain;
    }
}
