package io.mercato.platform.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderStart;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.identity.Principal;
import io.mercato.platform.cmw.CoreRoutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that begin later, or are taken back. */
class PostponedOrderRoutesTest extends CoreRoutes {

    @Test
    void an_order_for_a_later_date_costs_and_builds_nothing_until_then() {
        Order order = orderFor(market.vm, OrderType.NORMAL, 5);

        assertThat(order.status()).isEqualTo(OrderStatus.POSTPONED);
        days(4);
        assertThat(messages()).containsExactly("order-created");
        assertThat(invoice(invoiceOf(order)).number()).isNull();

        days(1);

        assertThat(messages()).containsExactly("invoice-to-pay");
        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");
        assertThat(read(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(invoice(invoiceOf(order)).due()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        days(3);
        assertThat(market.status(order.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
    }

    @Test
    void a_trial_for_a_later_date_is_built_then() {
        Order order = orderFor(market.vm, OrderType.TRIAL, 2);
        days(1);
        messages();

        days(1);

        assertThat(messages()).containsExactly("Deploy", "subscription-deploying");
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        assertThat(read(order).status()).isEqualTo(OrderStatus.FREE);
    }

    @Test
    void nothing_is_paid_before_its_invoice_is_issued() {
        Order order = orderFor(market.vm, OrderType.NORMAL, 2);
        int invoice = invoiceOf(order);
        assertRefused(() -> pay(invoice), ErrorKind.CONFLICT, "invoice-not-issued");
        assertRefused(
                () -> call("direct:cmw-get-invoice", market.customer, invoice, null, Object.class),
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%");
        assertThat(detail(order.subscriptionId()).invoices()).isEmpty();

        days(2);

        pay(invoice);
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
    }

    @Test
    void the_date_can_be_moved_until_it_has_come() {
        Order order = orderFor(market.vm, OrderType.TRIAL, 2);
        Instant start = clock.instant().plus(Duration.ofDays(4));

        call("direct:cmw-change-order", market.customer, order.id(), new OrderStart(start), Object.class);

        days(3);
        assertThat(market.status(order.subscriptionId())).isEqualTo("POSTPONED");
        days(1);
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        assertRefused(
                () -> call(
                        "direct:cmw-change-order",
                        market.customer,
                        order.id(),
                        new OrderStart(clock.instant().plusSeconds(9)),
                        Object.class),
                ErrorKind.CONFLICT,
                "order-not-postponed");
        assertThat(market.column(
                        String.class,
                        "select c ->> 'property' from cmw.changelog, jsonb_array_elements(changes) c"
                                + " where entity = 'order' order by id"))
                .containsExactly("startDate", "status");
    }

    @Test
    void an_order_for_a_later_date_is_approved_first() {
        Order order = orderFor(market.approved, OrderType.NORMAL, 3);
        assertThat(order.status()).isEqualTo(OrderStatus.REQUIRES_APPROVAL);
        assertThat(messages()).containsExactly("order-created", "order-to-approve");
        days(1);

        call("direct:cmw-approve-order", market.vendor, order.id(), null, Object.class);

        assertThat(market.status(order.subscriptionId())).isEqualTo("POSTPONED");
        days(2);
        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");
    }

    @Test
    void an_order_that_is_approved_after_its_date_begins_at_once() {
        Order order = orderFor(market.approved, OrderType.NORMAL, 1);
        days(2);

        call("direct:cmw-approve-order", market.vendor, order.id(), null, Object.class);

        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");
    }

    @Test
    void an_order_that_is_taken_back_is_gone_and_never_begins() {
        Order order = orderFor(market.vm, OrderType.NORMAL, 2);
        messages();

        delete(market.customer, order);

        assertThat(market.status(order.subscriptionId())).isEqualTo("UNDEPLOYED");
        assertThat(invoice(invoiceOf(order)).status().name()).isEqualTo("EXPIRED");
        assertRefused(() -> read(order), ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
        days(5);
        assertThat(messages()).containsExactly("subscription-killed");
    }

    @Test
    void what_is_being_built_is_not_taken_back() {
        Order trial = order(market.vm, OrderType.TRIAL);

        assertRefused(() -> delete(market.customer, trial), ErrorKind.CONFLICT, "order-under-way");
        assertRefused(() -> delete(market.vendor, trial), ErrorKind.FORBIDDEN, "forbidden");
        assertRefused(() -> delete(market.stranger, trial), ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
    }

    private void delete(Principal who, Order order) {
        call("direct:cmw-delete-order", who, order.id(), null, Object.class);
    }

    private Order read(Order order) {
        return call("direct:cmw-get-order", market.admin, order.id(), null, Order.class);
    }

    private Order orderFor(int plan, OrderType type, int days) {
        Instant start = clock.instant().plus(Duration.ofDays(days));
        return call(
                "direct:cmw-place-order",
                market.customer,
                null,
                new OrderRequest(plan, type, null, null, null, null, null, Map.of(), start),
                Order.class);
    }
}
