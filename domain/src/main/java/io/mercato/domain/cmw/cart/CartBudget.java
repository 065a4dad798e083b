package io.mercato.domain.cmw.cart;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** What a cart would cost: its first invoices, each rounded for itself. */
public record CartBudget(List<Item> items) {

    public CartBudget {
        items = List.copyOf(items);
    }

    /** @param budget of one of them */
    public record Item(int id, int quantity, Budget budget) {

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
