package io.mercato.domain.notifier.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Send this e-mail, on {@code notifier.emails}, aggregate as of what it tells about. Made by
 * {@link io.mercato.domain.notifier.Email#to}.
 *
 * @param template name of the text, as {@code "subscription-deployed"}
 * @param language two letters; a language that has no text falls back to English
 * @param model what the text names; values are strings, numbers, booleans, lists and maps of them
 * @param brand look of the marketplace
 */
public record EmailRequested(String template, Recipient to, String language, Map<String, Object> model, Brand brand) {

    /** Without the model, which may hold a password: this may end in a log. */
    @Override
    public String toString() {
        return "EmailRequested[" + template + "]";
    }

    public record Recipient(String name, String email) {}

    /**
     * @param primaryColour as {@code #0b5cad}
     * @param url the marketplace's address, http or https
     * @param replyTo e-mail address for answers; empty for none
     * @param postalAddress the owner's address, for the footer
     */
    public record Brand(
            String marketplace,
            String primaryColour,
            String url,
            String replyTo,
            @Nullable String postalAddress) {

        public Brand(String marketplace, String primaryColour, String url, String replyTo) {
            this(marketplace, primaryColour, url, replyTo, null);
        }
    }
}
