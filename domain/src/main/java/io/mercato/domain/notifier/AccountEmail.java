package io.mercato.domain.notifier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** E-mails to a user about the account. {@code url}: where the button leads; null for no button. */
public sealed interface AccountEmail extends Email {

    /** @param url where to log in */
    record Registered(String userName, @Nullable String url) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_REGISTERED;
        }
    }

    /** He is to show that the address is his. @param expires until when the link is good */
    record Confirm(String userName, String url, Instant expires) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_CONFIRM;
        }
    }

    /** To another address that he gives himself. @param expires until when the link is good */
    record ConfirmAddress(String userName, String email, String url, Instant expires) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_CONFIRM_ADDRESS;
        }
    }

    /** To the address that he had. @param email the one that he has now */
    record AddressChanged(
            String userName,
            String email,
            Instant at,
            @Nullable String url) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_ADDRESS_CHANGED;
        }
    }

    /** Somebody registered him. @param expires until when the link is good */
    record Invited(String userName, String url, Instant expires) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_INVITED;
        }
    }

    /** @param expires until when the link is good */
    record PasswordRecovery(String userName, String url, Instant expires) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_PASSWORD_RECOVERY;
        }
    }

    record PasswordChanged(
            String userName, Instant at, @Nullable String url) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.USER_PASSWORD_CHANGED;
        }
    }

    /** To the vendor: staff looks at it. */
    record VendorRegistered(String company, @Nullable String url) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.VENDOR_REGISTERED;
        }
    }

    /** To staff. @param person who registered it */
    record VendorToApprove(String company, String person, String email, ResourcePage page) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.VENDOR_TO_APPROVE;
        }
    }

    /** To the vendor: it may log in. */
    record VendorApproved(String company, @Nullable String url) implements AccountEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.VENDOR_APPROVED;
        }
    }
}
