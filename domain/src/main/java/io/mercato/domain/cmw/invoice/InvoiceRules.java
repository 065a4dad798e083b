package io.mercato.domain.cmw.invoice;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.EnumSet;
import java.util.Set;

/** Who may see an invoice, and what may be done with it now. */
public final class InvoiceRules {

    private InvoiceRules() {}

    /** Who is to pay, and staff. */
    public static boolean maySee(Principal principal, Invoice invoice) {
        return principal.role().isStaff() || principal.userId() == invoice.nomineeId();
    }

    /** {@code PAID}: an administrator may record a payment by bank transfer. */
    public static Set<InvoiceOperation> available(Principal principal, Invoice invoice) {
        return principal.role().isAdministrator() && !invoice.status().isPaid()
                ? EnumSet.of(InvoiceOperation.PAID)
                : EnumSet.noneOf(InvoiceOperation.class);
    }

    /** CONFLICT when it is paid already. An expired one may still be paid: the money is there. */
    public static void requirePayable(Invoice invoice) {
        if (invoice.status().isPaid()) {
            throw Errors.conflict("invoice-already-paid", "Invoice " + invoice.id() + " is paid already");
        }
    }
}
