package io.mercato.domain.cmw.cart;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a cart would cost: its first invoices, each rounded for itself. */
public record CartBudget(List<Item> items) {

    public CartBudget {
        items = List.copyOf(items);
    }

    /**
     * All of them together; when some cannot be ordered the errors of each of these, with its item. RETRYABLE when nothing
     * else is wrong than that vendors gave no answer.
     */
    public static CartBudget of(List<Estimated> items) {
        List<MercatoException> refusals = new ArrayList<>();
        List<Item> all = new ArrayList<>();
        for (Estimated one : items) {
            if (one instanceof Refused refused) {
                refusals.add(refused.why());
            } else if (one instanceof Item item) {
                all.add(item);
            }
        }
        if (!refusals.isEmpty()) {
            throw together(refusals);
        }
        return new CartBudget(all);
    }

    private static MercatoException together(List<MercatoException> refusals) {
        ErrorKind kind = refusals.stream()
                .map(MercatoException::kind)
                .filter(one -> one != ErrorKind.RETRYABLE)
                .findFirst()
                .orElse(ErrorKind.RETRYABLE);
        return new MercatoException(
                kind, refusals.stream().flatMap(one -> one.holders().stream()).toList(), refusals.get(0));
    }

    /** What came of asking for the price of an item. */
    public sealed interface Estimated {}

    /** @param why it cannot be ordered, with the item that it is about */
    public record Refused(MercatoException why) implements Estimated {}

    /** @param budget of one of them */
    public record Item(int id, int quantity, Budget budget) implements Estimated {

        /** Without tax. */
        public Money net() {
            return first().net().times(BigDecimal.valueOf(quantity));
        }

        public Money total() {
            return first().total().times(BigDecimal.valueOf(quantity));
        }

        private InvoiceDraft first() {
            return budget.quote().firstInvoice();
        }
    }

    /** Without tax. */
    public BigDecimal net() {
        return items.stream().map(item -> item.net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal total() {
        return items.stream().map(item -> item.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
