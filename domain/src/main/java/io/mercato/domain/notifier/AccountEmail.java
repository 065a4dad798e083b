package io.mercato.domain.notifier;

/** E-mails to a user about the account. */
public sealed interface AccountEmail extends Email {

    /** @param url where to log in */
    record Registered(String userName, String url) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_REGISTERED;
        }
    }
}
