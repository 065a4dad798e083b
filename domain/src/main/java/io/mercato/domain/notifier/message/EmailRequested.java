package io.mercato.domain.notifier.message;

import java.util.Map;

/**
 * Send this e-mail, on {@code notifier.emails}, aggregate as of what it tells about.
 *
 * @param template name of the text, as {@code "subscription-deployed"}
 * @param language two letters; a language that has no text falls back to English
 * @param model what the text names; values are strings, numbers, booleans, lists and maps of them
 * @param brand look of the marketplace
 */
public record EmailRequested(String template, Recipient to, String language, Map<String, Object> model, Brand brand) {

    public record Recipient(String name, String email) {}

    /** @param primaryColour as {@code #0b5cad} */
    public record Brand(String marketplace, String primaryColour, String url, String replyTo) {}
}
