package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.identity.Role;
import io.mercato.rest.CallerSource;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** {@code /invoice}. */
@Component
public class InvoiceRest extends RestModule {
    /** Vendors read what they wrote themselves. */
    private static final Set<Role> READERS =
            EnumSet.of(Role.USER, Role.VENDOR, Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN);

    private final CallerSource callers;

    public InvoiceRest(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Function<Invoice, InvoiceBody> body = invoice -> InvoiceBody.of(invoice, callers.current());
        return List.of(
                Operation.of(
                                "cmw-list-invoices",
                                "GET",
                                "/invoice",
                                "direct:cmw-list-invoices",
                                "Invoices, the newest first")
                        .allowed(READERS)
                        .answersMany(InvoiceBody.class, Invoice.class, body),
                Operation.of("cmw-get-invoice", "GET", "/invoice/{id}", "direct:cmw-get-invoice", "An invoice")
                        .allowed(READERS)
                        .answers(InvoiceBody.class, Invoice.class, body),
                Operation.of(
                                "cmw-get-invoice-by-number",
                                "GET",
                                "/invoice/remoteInvoiceId={remoteId}",
                                "direct:cmw-get-invoice-by-number",
                                "The invoice with this number")
                        .allowed(READERS)
                        .answers(InvoiceBody.class, Invoice.class, body),
                Operation.of(
                                "cmw-pay-invoice",
                                "PATCH",
                                "/invoice/{id}/pay",
                                "direct:cmw-pay-invoice",
                                "Records a payment by bank transfer")
                        .allowed(Operation.ADMINISTRATORS)
                        .takes(InvoicePaymentReference.class, InvoicePaymentReference::reference));
    }
}
