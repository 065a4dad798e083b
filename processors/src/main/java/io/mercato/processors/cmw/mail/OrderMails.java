package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderNotice;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.processors.cmw.mail.Correspondents.Correspondent;
import org.springframework.stereotype.Component;

/** E-mails about an order to those who decide on it (behaviour §9). */
@Component
public class OrderMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final InvoiceMails customer;

    public OrderMails(Mailbox mailbox, Correspondents correspondents, InvoiceMails customer) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.customer = customer;
    }

    /** To the customer, and to whoever has to decide on it. */
    public void placed(Order order, Subscription subscription) {
        customer.ordered(order, subscription);
        if (order.status() == OrderStatus.REQUIRES_APPROVAL) {
            toApprove(order, subscription);
        }
    }

    /** Once more what is waited for: a decision, or else the customer's confirmation. */
    public void again(Order order, Subscription subscription) {
        switch (OrderNotice.of(order)) {
            case TO_APPROVE -> toApprove(order, subscription);
            case CONFIRMATION -> customer.ordered(order, subscription);
        }
    }

    /** The vendor; who let several vendors into one bundle decides on it himself. */
    private Correspondent decider(Order order) {
        return order.vendorId() == null ? correspondents.staff() : correspondents.company(order.vendorId());
    }

    private void toApprove(Order order, Subscription subscription) {
        OrderEmail.ToApprove email = new OrderEmail.ToApprove(
                order.id(),
                order.productName(),
                order.planName(),
                correspondents.user(order.buyerId()).recipient().name(),
                new Money(order.total(), order.currency()),
                correspondents.page("order", order.id()));
        mailbox.send(email, decider(order), subscription.aggregate());
        if (order.resellerId() != null) {
            mailbox.send(email, correspondents.company(order.resellerId()), subscription.aggregate());
        }
    }
}
