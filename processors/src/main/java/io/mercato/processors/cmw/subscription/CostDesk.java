package io.mercato.processors.cmw.subscription;

import static io.mercato.processors.cmw.subscription.SubscriptionChangelog.field;

import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.CostRules;
import io.mercato.domain.cmw.invoice.CurrencyTable;
import io.mercato.domain.cmw.invoice.CustomInvoice;
import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.InvoiceRules;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.invoice.VendorCost;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.invoice.Billing;
import io.mercato.processors.cmw.invoice.CurrencyProperties;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Costs that a vendor adds to a subscription of his product (behaviour §5). */
@Component
public class CostDesk {
    private final Billing billing;
    private final InvoiceStore invoices;
    private final CostStore costs;
    private final SubscriptionChangelog changelog;
    private final SubscriptionMover mover;
    private final CurrencyProperties currencies;

    public CostDesk(
            Billing billing,
            InvoiceStore invoices,
            CostStore costs,
            SubscriptionChangelog changelog,
            SubscriptionMover mover,
            CurrencyProperties currencies) {
        this.billing = billing;
        this.invoices = invoices;
        this.costs = costs;
        this.changelog = changelog;
        this.mover = mover;
        this.currencies = currencies;
    }

    /** For the next invoice, beside what is to stand there already. */
    public record Once(List<VendorCost> costs) {}

    /** For every invoice, instead of what was until now. */
    public record Always(List<VendorCost> costs) {}

    /** An invoice now. What comes to nothing, or to less, is settled with it; so is what the vendor has cashed. */
    public Invoice invoice(Principal principal, Subscription subscription, CustomInvoice asked) {
        CostRules.requireInvoiceable(principal, subscription);
        CostRules.requireLines(asked.costs(), false);
        CurrencyTable table = table(subscription);
        List<InvoiceLine> lines = asked.costs().stream()
                .map(cost -> line(subscription, cost, LineType.CUSTOM, table))
                .toList();
        InvoiceDraft draft = new InvoiceDraft(lines, table.currency());
        int order = billing.order(subscription, asked.orderType(), OrderStatus.PAID, draft, principal);
        int invoice = billing.invoice(subscription, order, asked.orderType(), draft);
        Integer writer = InvoiceRules.writer(principal);
        if (writer != null) {
            invoices.writtenBy(invoice, writer);
        }
        invoices.conversion(invoice, table.used(asked.costs()));
        if (asked.isCashed()) {
            invoices.declare(invoice);
        } else if (draft.total().amount().signum() <= 0) {
            invoices.settle(invoice);
        } else {
            billing.owe(subscription);
            changelog.changed(subscription, principal, field("paid", subscription.paid(), false));
        }
        return invoices.read(invoice);
    }

    public void addOnce(Principal principal, Subscription subscription, Once once) {
        CostRules.requireRenewable(principal, subscription);
        CostRules.requireLines(once.costs(), false);
        add(principal, subscription, CostStore.Kind.ONESHOT, LineType.ONESHOTCOST, once.costs());
    }

    public void addAlways(Principal principal, Subscription subscription, Always always) {
        CostRules.requireRenewable(principal, subscription);
        CostRules.requireLines(always.costs(), true);
        costs.clearRecurring(subscription.id());
        add(principal, subscription, CostStore.Kind.RECURRING, LineType.RECURRINGCOST, always.costs());
    }

    private void add(
            Principal principal,
            Subscription subscription,
            CostStore.Kind kind,
            LineType type,
            List<VendorCost> added) {
        CurrencyTable table = table(subscription);
        added.forEach(cost -> costs.add(subscription.id(), kind, cost, line(subscription, cost, type, table)));
        String property = kind == CostStore.Kind.ONESHOT ? "oneshotCosts" : "recurringCosts";
        changelog.changed(subscription, principal, field(property, null, String.valueOf(added.size())));
        mover.tell(subscription, EventType.MODIFIED);
    }

    private static InvoiceLine line(Subscription subscription, VendorCost cost, LineType type, CurrencyTable table) {
        return cost.line(subscription.productName(), type, subscription.terms().vatRate(), table);
    }

    private CurrencyTable table(Subscription subscription) {
        return new CurrencyTable(subscription.terms().price().currency(), currencies.rates());
    }
}
