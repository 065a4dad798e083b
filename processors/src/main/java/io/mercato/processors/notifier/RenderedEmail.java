package io.mercato.processors.notifier;

/** An e-mail as it will read; it may hold a password and goes to no log. */
public record RenderedEmail(String subject, String text, String html) {

    @Override
    public String toString() {
        return "RenderedEmail[" + subject + "]";
    }
}
