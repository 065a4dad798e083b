package io.mercato.domain.cmw.invoice;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see an invoice, and what may be done with it now. */
public final class InvoiceRules {

    private InvoiceRules() {}

    /** Who is to pay, the vendor who wrote it, and staff. */
    public static boolean maySee(Principal principal, Invoice invoice) {
        Integer writer = writer(principal);
        return principal.role().isStaff()
                || principal.userId() == invoice.nomineeId()
                || writer != null && writer.equals(invoice.vendorId());
    }

    /** As which vendor somebody writes invoices, and reads what his company wrote; null for who is none. */
    public static @Nullable Integer writer(Principal principal) {
        return principal.role() == Role.VENDOR ? principal.companyId() : null;
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
