package io.mercato.processors.cmw.order;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.WritableRows;
import org.springframework.stereotype.Component;

/** Orders as rows with a revision and metadata: their parties and administrators write them. */
@Component("orderRows")
public class OrderRows implements WritableRows {
    private final OrderStore orders;

    public OrderRows(OrderStore orders) {
        this.orders = orders;
    }

    @Override
    public String table() {
        return "cmw.\"order\"";
    }

    @Override
    public void requireVisible(Principal principal, int id) {
        orders.get(principal, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!orders.get(principal, id).parties().mayChange(principal)) {
            throw Errors.forbidden();
        }
    }
}
