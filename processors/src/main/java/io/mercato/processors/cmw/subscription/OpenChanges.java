package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.order.OrderStore;
import org.springframework.stereotype.Component;

/** What becomes of what is still open when a subscription comes to its end. */
@Component
public class OpenChanges {
    private final ChangeStore changes;
    private final OrderStore orders;
    private final InvoiceStore invoices;

    public OpenChanges(ChangeStore changes, OrderStore orders, InvoiceStore invoices) {
        this.changes = changes;
        this.orders = orders;
        this.invoices = invoices;
    }

    /** Its open invoices are no longer to be paid, and a change that waits is never done. Its lock is held. */
    public void end(Subscription subscription) {
        invoices.expireOpen(subscription.id());
        changes.waiting(subscription.id()).forEach(order -> {
            changes.state(order, PendingChange.State.DROPPED);
            orders.status(order, OrderStatus.REJECTED);
        });
    }
}
