package io.mercato.domain.notifier;

import io.mercato.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** E-mails about an order, to the customer where nothing else is said. Addresses are absolute, http or https. */
public sealed interface OrderEmail extends Email {

    /**
     * @param order the order's id
     * @param total what it costs, with tax
     * @param payable whether it waits for the customer's payment
     * @param toApprove whether it waits for somebody's approval first
     * @param begins when it begins; null for at once
     * @param sandboxHours hours after which a sandbox ends; null for anything else
     * @param page page of the order
     */
    record Created(
            int order,
            String product,
            String plan,
            Money total,
            boolean payable,
            boolean toApprove,
            @Nullable Instant begins,
            @Nullable Integer sandboxHours,
            ResourcePage page)
            implements OrderEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.ORDER_CREATED;
        }
    }

    /**
     * @param paymentExpired it was not paid in time
     * @param reason what whoever rejected it says; null when nothing
     * @param page page of the product, to order it again
     */
    record Rejected(
            int order,
            String product,
            boolean paymentExpired,
            @Nullable String reason,
            ResourcePage page) implements OrderEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.ORDER_REJECTED;
        }
    }

    /**
     * To the vendor of the product, and to whoever sold it.
     *
     * @param customer who ordered it
     * @param page page of the order, to decide on it
     */
    record ToApprove(int order, String product, String plan, String customer, Money total, ResourcePage page)
            implements OrderEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.ORDER_TO_APPROVE;
        }
    }
}
