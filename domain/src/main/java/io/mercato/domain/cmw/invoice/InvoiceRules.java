package io.mercato.domain.cmw.invoice;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see an invoice, and what may be done with it now. */
public final class InvoiceRules {

    private InvoiceRules() {}

    /** Who is to pay, once it is issued, the vendor who wrote it, and staff. */
    public static boolean maySee(Principal principal, Invoice invoice) {
        Integer writer = writer(principal);
        return principal.role().isStaff()
                || invoice.issued() && principal.userId() == invoice.nomineeId()
                || writer != null && writer.equals(invoice.vendorId());
    }

    /** As which vendor somebody writes invoices, and reads what his company wrote; null for who is none. */
    public static @Nullable Integer writer(Principal principal) {
        return principal.role() == Role.VENDOR ? principal.companyId() : null;
    }

    /** {@code PAID}: an administrator may record a payment by bank transfer. */
    public static Set<InvoiceOperation> available(Principal principal, Invoice invoice) {
        return principal.role().isAdministrator() && isPayable(invoice)
                ? EnumSet.of(InvoiceOperation.PAID)
                : EnumSet.noneOf(InvoiceOperation.class);
    }

    private static boolean isPayable(Invoice invoice) {
        return invoice.issued() && !invoice.status().isPaid() && invoice.status() != InvoiceStatus.EXPIRED;
    }

    /**
     * CONFLICT when it is paid already, is not issued yet, or has expired: nobody pays for nothing.
     *
     * @param forChange whether it is for a change of the subscription
     */
    public static void requirePayable(Invoice invoice, Subscription subscription, boolean forChange) {
        if (invoice.status().isPaid()) {
            throw Errors.conflict("invoice-already-paid", "Invoice " + invoice.id() + " is paid already");
        }
        if (forChange && subscription.status().hasEnded()) {
            throw Errors.conflict(
                    "change-never-done",
                    "Invoice " + invoice.id() + " is for a change of subscription " + subscription.id()
                            + ", which has ended: give the money back");
        }
        if (!invoice.issued()) {
            throw Errors.conflict("invoice-not-issued", "Invoice " + invoice.id() + " is not issued yet");
        }
        if (!isPayable(invoice)) {
            throw Errors.conflict(
                    "invoice-expired",
                    "Invoice " + invoice.id() + " is " + invoice.status()
                            + ": what it was for is not done, give the money back");
        }
    }
}
