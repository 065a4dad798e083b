package io.mercato.platform.cmw.invoice;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.invoice.InvoiceNumbers;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.invoice.PaymentEvents;
import io.mercato.processors.cmw.invoice.Payments;
import io.mercato.processors.cmw.mail.InvoiceMails;
import io.mercato.processors.cmw.subscription.PlanDesk;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Reads invoices, gives them their numbers, and takes payments in. */
@Component
public class InvoiceRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter, page; Out: body Page of Invoice; Fails: INVALID filter
        from("direct:cmw-list-invoices").routeId("cmw-list-invoices").errorHandler(noErrorHandler())
            .bean(InvoiceStore.class, "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: body Invoice, variable revision; Fails: NOT_FOUND
        from("direct:cmw-get-invoice").routeId("cmw-get-invoice").errorHandler(noErrorHandler())
            .bean(InvoiceStore.class, "get(${variable.principal}, ${variable.id})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'invoiceRows', ${variable.id})"));

        // In:  variables principal, path; Out: body Invoice with that number; Fails: NOT_FOUND
        from("direct:cmw-get-invoice-by-number").routeId("cmw-get-invoice-by-number").errorHandler(noErrorHandler())
            .bean(InvoiceStore.class, "getByNumber(${variable.principal}, ${variable.path[remoteId]})");

        // In:  variables principal, id, ifMatch; body the payment's reference
        // Out: nothing, variable revision; the invoice is paid, what it was for is done, and its subscriptions go on
        // Fails: NOT_FOUND, STALE, CONFLICT when it is paid already, not issued yet, or has expired
        from("direct:cmw-pay-invoice").routeId("cmw-pay-invoice").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("reference", body())
            .to("direct:cmw-get-invoice")
            .setVariable("subscriptions", method(SubscriptionStore.class, "lockOf(${body.orderId})"))
            .setVariable("locked",
                method("revisions", "lock(${variable.principal}, 'invoiceRows', ${variable.id}, ${variable.ifMatch})"))
            .bean(Payments.class,
                "receive(${variable.id}, ${variable.reference}, ${variable.subscriptions[0]}, ${variable.principal})")
            .split(variable("subscriptions")).stopOnException()
                .setVariable("subscription", body())
                .to("direct:cmw-settle-subscription")
            .end()
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'invoiceRows', ${variable.id})"));

        // In:  variables subscription (locked), id of an invoice for it that has been paid, principal
        // Out: what was paid for is done, and it goes on; Fails: to the caller
        from("direct:cmw-settle-subscription").routeId("cmw-settle-subscription").errorHandler(noErrorHandler())
            .bean(Payments.class, "settle(${variable.subscription}, ${variable.principal})")
            .bean(PlanDesk.class, "applyPaid(${variable.subscription}, ${variable.id}, ${variable.principal})")
            .setVariable("event", method(PaymentEvents.class, "of(${variable.subscription})"))
            .filter(variable("event").isNotNull())
                .to("direct:cmw-reload-subscription")
                .to("direct:cmw-move-subscription");

        // In:  the clock; Out: numbers for the invoices that wait for one, and the e-mails that bring them
        // Fails: logged; they still wait at the next tick
        from("timer:cmw-invoice-numbers?period={{mercato.cmw.invoice-number-period}}").routeId("cmw-clock-invoice-numbers")
            .routeConfigurationId("clock")
            .to("direct:cmw-number-invoices");

        // In:  nothing; Out: each invoice that waited has its number, and its e-mail is under way; Fails: rolled back whole
        from("direct:cmw-number-invoices").routeId("cmw-number-invoices").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(InvoiceNumbers.class, "give")
            .split(body()).stopOnException().bean(InvoiceMails.class, "issued(${body})");
        // spotless:on
    }
}
