package io.mercato.processors.cmw.subscription;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.WritableRows;
import org.springframework.stereotype.Component;

/** Subscriptions as rows with a revision and metadata: their parties and administrators write them. */
@Component("subscriptionRows")
public class SubscriptionRows implements WritableRows {
    private final SubscriptionStore subscriptions;

    public SubscriptionRows(SubscriptionStore subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String table() {
        return "cmw.subscription";
    }

    @Override
    public void requireVisible(Principal principal, int id) {
        subscriptions.get(principal, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!subscriptions.get(principal, id).parties().mayChange(principal)) {
            throw Errors.forbidden();
        }
    }
}
