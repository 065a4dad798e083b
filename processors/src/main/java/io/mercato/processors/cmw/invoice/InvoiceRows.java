package io.mercato.processors.cmw.invoice;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.WritableRows;
import org.springframework.stereotype.Component;

/** Invoices as rows with a revision: administrators record what is paid. */
@Component("invoiceRows")
public class InvoiceRows implements WritableRows {
    private final InvoiceStore invoices;

    public InvoiceRows(InvoiceStore invoices) {
        this.invoices = invoices;
    }

    @Override
    public String table() {
        return "cmw.invoice";
    }

    @Override
    public void requireVisible(Principal principal, int id) {
        invoices.get(principal, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        requireVisible(principal, id);
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
    }
}
