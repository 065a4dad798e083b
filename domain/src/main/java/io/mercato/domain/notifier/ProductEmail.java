package io.mercato.domain.notifier;

import org.jspecify.annotations.Nullable;

/** E-mails about the approval of a product's texts. Addresses are absolute, http or https. */
public sealed interface ProductEmail extends Email {

    /**
     * To those who approve.
     *
     * @param fields names of what is to be changed
     * @param page the draft beside what is published
     */
    record ApprovalRequested(String product, String vendor, String fields, ResourcePage page) implements ProductEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.PRODUCT_APPROVAL_REQUESTED;
        }
    }

    /** To the vendor. @param reason what whoever approved it says; null when nothing */
    record Approved(String product, @Nullable String reason, ResourcePage page) implements ProductEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.PRODUCT_APPROVED;
        }
    }

    /** To the vendor. @param reason what whoever rejected it says; null when nothing */
    record Rejected(String product, @Nullable String reason, ResourcePage page) implements ProductEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.PRODUCT_REJECTED;
        }
    }
}
