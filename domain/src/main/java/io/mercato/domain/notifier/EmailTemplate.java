package io.mercato.domain.notifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The e-mails that the notifier can write; each has texts in every language. */
public enum EmailTemplate {
    ORDER_CREATED,
    ORDER_REJECTED,
    ORDER_TO_APPROVE,
    SUBSCRIPTION_DEPLOYING,
    SUBSCRIPTION_DEPLOYED,
    SUBSCRIPTION_DEPLOYED_VENDOR,
    SUBSCRIPTION_DEPLOYMENT_FAILED,
    SUBSCRIPTION_DEPLOYMENT_FAILED_STAFF,
    SUBSCRIPTION_FAILED,
    SUBSCRIPTION_FAILED_STAFF,
    SUBSCRIPTION_STOPPED,
    SUBSCRIPTION_UNDEPLOYED,
    SUBSCRIPTION_KILLED,
    SUBSCRIPTION_EXPIRING,
    SUBSCRIPTION_UPGRADED,
    SUBSCRIPTION_QUANTITIES_CHANGED,
    INVOICE_ISSUED,
    INVOICE_TO_PAY,
    INVOICE_OVERDUE,
    INVOICE_PAID,
    USER_REGISTERED,
    USER_CONFIRM,
    USER_CONFIRM_ADDRESS,
    USER_ADDRESS_CHANGED,
    USER_INVITED,
    USER_PASSWORD_RECOVERY,
    USER_PASSWORD_CHANGED,
    VENDOR_REGISTERED,
    VENDOR_TO_APPROVE,
    VENDOR_APPROVED,
    PRODUCT_APPROVAL_REQUESTED,
    PRODUCT_APPROVED,
    PRODUCT_REJECTED;

    /** The name that a message carries, as {@code subscription-deployed}. */
    public String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EmailTemplate> named(String templateName) {
        return Arrays.stream(values())
                .filter(template -> template.templateName().equals(templateName))
                .findFirst();
    }
}
