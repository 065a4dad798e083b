package io.mercato.platform.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderStart;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.SubscriptionTerm;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.platform.cmw.CoreRoutes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bundle is one order with one first invoice; each plan that is in it becomes a subscription with a life of its own. */
class BundleOrderRoutesTest extends CoreRoutes {
    /** A machine at 10 less a tenth and 5 for its set-up, and a service at 20 less a half. */
    private int office;

    @BeforeEach
    void bundle() {
        office = market.bundle(Map.of(market.vm, 10, market.syndicated, 50));
    }

    private static int first(Order order) {
        return order.subscriptions().get(0).id();
    }

    private static int second(Order order) {
        return order.subscriptions().get(1).id();
    }

    private void bothAre(Order order, String status) {
        assertThat(order.subscriptions()).hasSize(2);
        order.subscriptions().forEach(one -> assertThat(market.status(one.id())).isEqualTo(status));
    }

    private Order read(Principal who, Order order) {
        return call("direct:cmw-get-order", who, order.id(), null, Order.class);
    }

    private Order orderFor(int days) {
        Instant start = clock.instant().plus(Duration.ofDays(days));
        return call(
                "direct:cmw-place-order",
                market.customer,
                null,
                new OrderRequest(office, OrderType.NORMAL, null, null, null, null, null, Map.of(), start),
                Order.class);
    }

    private Order paid() {
        Order order = order(office, OrderType.NORMAL);
        pay(invoiceOf(order));
        number();
        return order;
    }

    /** Both are there. */
    private Order used() {
        Order order = paid();
        report(new DeploymentEvent.Deployed(first(order), clock.instant(), MACHINE, null, null, null));
        vendorReports(market.vendor, second(order), SubscriptionStatus.DEPLOYED);
        forgetMessages();
        return order;
    }

    private void needsApproval() {
        jdbc.sql("update cmw.product set subscription_approval = true where id = ?")
                .param(market.syndicatedProduct)
                .update();
    }

    private void delete(Order order) {
        call("direct:cmw-delete-order", market.customer, order.id(), null, Object.class);
    }

    private Object price(int subscription) {
        return market.column(BigDecimal.class, "select price from cmw.subscription where id = ?", subscription)
                .get(0)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void it_is_one_order_with_one_invoice_of_all_that_is_in_it() {
        Order order = order(office, OrderType.NORMAL);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.planId()).isEqualTo(office);
        assertThat(order.total()).isEqualByComparingTo("29.28");
        assertThat(order.subscriptionId()).isEqualTo(first(order));
        bothAre(order, "WAITING_PAYMENT");
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(1);
        assertThat(messages()).containsExactly("order-created");
        assertThat(market.column(String.class, "select entity_id from cmw.vendor_event where entity = 'Subscription'"))
                .containsExactlyInAnyOrder(String.valueOf(first(order)), String.valueOf(second(order)));
        Invoice invoice = invoice(invoiceOf(order));
        assertThat(invoice.product()).isEqualTo("Office");
        assertThat(invoice.lines())
                .extracting(line -> line.description() + " " + line.net())
                .containsExactlyInAnyOrder("Wiki - Small 9.00", "Wiki - Small: set-up 5.00", "Wiki - Small 10.00");
        for (int one : List.of(first(order), second(order))) {
            SubscriptionDetail detail = detail(one);
            assertThat(detail.orders()).containsExactly(order.id());
            assertThat(detail.invoices()).containsExactly(invoice.id());
            assertThat(detail.actions()).doesNotContain(SubscriptionAction.KILL);
        }
    }

    @Test
    void what_is_in_it_is_built_when_the_one_invoice_is_paid() {
        Order order = order(office, OrderType.NORMAL);
        number();
        forgetMessages();

        pay(invoiceOf(order));

        bothAre(order, "PENDING");
        assertThat(messages())
                .containsExactly("invoice-paid", "Deploy", "subscription-deploying", "subscription-deploying");
        assertThat(market.column(Integer.class, "select count(*) from cmw.subscription where paid"))
                .containsExactly(2);
        assertThat(market.column(Integer.class, "select count(*) from cmw.subscription_deadline"))
                .containsExactly(0);
        assertRefused(() -> delete(order), ErrorKind.CONFLICT, "order-under-way");
    }

    @Test
    void each_has_a_life_of_its_own_then() {
        Order order = used();

        act(market.customer, first(order), SubscriptionAction.KILL);

        assertThat(market.status(first(order))).isEqualTo("UNDEPLOY_SENT");
        assertThat(market.status(second(order))).isEqualTo("DEPLOYED");
        assertThat(invoice(invoiceOf(order)).status().isPaid()).isTrue();
    }

    @Test
    void each_is_renewed_for_itself_and_keeps_its_discount() {
        Order order = used();

        days(31);

        assertThat(market.column(
                        String.class,
                        "select subscription_id || ' ' || net from cmw.invoice where type = 'RENEWAL' order by 1"))
                .containsExactly(first(order) + " 9.00", second(order) + " 10.00");
        assertThat(detail(second(order)).invoices()).hasSize(2);
        assertThat(read(market.customer, order).opens()).isTrue();
    }

    @Test
    void a_refreshed_price_is_the_plans_less_the_discount_and_another_plan_has_none() {
        Order order = used();
        jdbc.sql("update cmw.product_version set price = 24, upgradable = true where id = ?")
                .param(market.syndicated)
                .update();

        act(market.admin, second(order), SubscriptionAction.REFRESH_BILLING_CONFIGURATION);
        assertThat(price(second(order))).isEqualTo("12");

        changed(
                market.customer,
                second(order),
                new SubscriptionChange(
                        SubscriptionAction.SYNDICATED_UPGRADE,
                        null,
                        null,
                        null,
                        false,
                        new SubscriptionTerm(null, null),
                        market.larger,
                        Map.of()));
        pay(market.column(Integer.class, "select max(id) from cmw.invoice").get(0));
        assertThat(price(second(order))).isEqualTo("40");
        act(market.admin, second(order), SubscriptionAction.REFRESH_BILLING_CONFIGURATION);
        assertThat(price(second(order))).isEqualTo("40");
    }

    @Test
    void what_is_not_paid_in_time_expires_as_a_whole() {
        Order order = order(office, OrderType.NORMAL);
        number();
        forgetMessages();

        days(3);

        bothAre(order, "PAYMENT_EXPIRED");
        assertThat(invoice(invoiceOf(order)).status().name()).isEqualTo("EXPIRED");
        assertThat(messages()).containsOnlyOnce("order-rejected").contains("invoice-to-pay");
        assertRefused(() -> pay(invoiceOf(order)), ErrorKind.CONFLICT, "invoice-expired");
    }

    @Test
    void it_is_taken_back_as_a_whole_and_not_in_parts() {
        Order order = order(office, OrderType.NORMAL);

        for (Principal who : List.of(market.customer, market.admin)) {
            assertRefused(
                    () -> act(who, second(order), SubscriptionAction.KILL), ErrorKind.CONFLICT, "ordered-in-bundle");
        }
        delete(order);

        bothAre(order, "UNDEPLOYED");
        assertThat(invoice(invoiceOf(order)).status().name()).isEqualTo("EXPIRED");
        assertRefused(() -> read(market.customer, order), ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
        assertThat(order(office, OrderType.NORMAL).subscriptions()).hasSize(2);
    }

    @Test
    void it_waits_as_a_whole_when_something_in_it_needs_approval() {
        needsApproval();
        Order order = order(office, OrderType.NORMAL);
        assertThat(order.status()).isEqualTo(OrderStatus.REQUIRES_APPROVAL);
        bothAre(order, "REQUIRES_APPROVAL");
        number();
        assertThat(invoice(invoiceOf(order)).number()).isNull();
        assertThat(messages()).containsExactly("order-created", "order-to-approve");

        call("direct:cmw-approve-order", market.vendor, order.id(), null, Object.class);

        bothAre(order, "WAITING_PAYMENT");
        number();
        assertThat(messages()).containsExactly("invoice-to-pay");
        days(3);
        bothAre(order, "PAYMENT_EXPIRED");
    }

    @Test
    void a_rejection_ends_all_of_it_and_is_told_once() {
        needsApproval();
        Order order = order(office, OrderType.NORMAL);
        forgetMessages();

        call("direct:cmw-reject-order", market.vendor, order.id(), null, Object.class);

        bothAre(order, "REJECTED");
        assertThat(messages()).containsExactly("order-rejected");
        assertThat(read(market.customer, order).status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void it_begins_as_a_whole_on_its_date() {
        Order order = orderFor(2);
        bothAre(order, "POSTPONED");
        call(
                "direct:cmw-change-order",
                market.customer,
                order.id(),
                new OrderStart(clock.instant().plus(Duration.ofDays(4))),
                Object.class);

        days(3);
        bothAre(order, "POSTPONED");
        messages();
        days(1);

        bothAre(order, "WAITING_PAYMENT");
        assertThat(messages()).containsExactly("invoice-to-pay");
        assertThat(read(market.customer, order).status()).isEqualTo(OrderStatus.PAID);
        days(3);
        bothAre(order, "PAYMENT_EXPIRED");
    }

    @Test
    void who_pays_when_only_some_of_it_has_begun_gets_the_rest_on_its_date() {
        Order order = orderFor(2);
        jdbc.sql("update cmw.subscription_deadline set due = due + interval '1 day' where subscription_id = ?")
                .param(second(order))
                .update();
        days(2);
        assertThat(market.status(first(order))).isEqualTo("WAITING_PAYMENT");

        pay(invoiceOf(order));

        assertThat(market.status(first(order))).isEqualTo("PENDING");
        assertThat(market.status(second(order))).isEqualTo("POSTPONED");
        days(1);
        bothAre(order, "PENDING");
    }

    @Test
    void one_plan_that_cannot_be_ordered_refuses_the_whole() {
        int all = market.bundle(Map.of(market.vm, 10, market.limited, 0));
        order(market.colleague, market.limited, OrderType.NORMAL);

        assertRefused(() -> order(all, OrderType.NORMAL), ErrorKind.CONFLICT, "already-subscribed");
        assertRefused(() -> order(all, OrderType.TRIAL), ErrorKind.REJECTED, "trial-not-allowed");
        assertThat(market.column(Integer.class, "select count(*) from cmw.subscription"))
                .containsExactly(1);
    }

    @Test
    void a_bundle_has_a_limit_of_its_own_for_as_long_as_something_of_it_is_there() {
        jdbc.sql("update cmw.product set subscriptions_per_product = 'ONE_PER_COMPANY' where type = 'BUNDLE'")
                .update();
        Order order = used();

        assertRefused(
                () -> order(market.colleague, office, OrderType.NORMAL), ErrorKind.CONFLICT, "already-subscribed");
        assertThat(order(market.stranger, office, OrderType.NORMAL).subscriptions())
                .hasSize(2);
        jdbc.sql("update cmw.subscription set status = 'UNDEPLOYED' where id in (?, ?)")
                .params(first(order), second(order))
                .update();
        assertThat(order(market.colleague, office, OrderType.NORMAL).subscriptions())
                .hasSize(2);
    }

    @Test
    void a_bundle_of_several_vendors_is_seen_and_decided_on_by_none_of_them() {
        jdbc.sql("update cmw.product set company_id = ?, subscription_approval = true where id = ?")
                .params(market.rivalCompany, market.syndicatedProduct)
                .update();
        Order order = order(office, OrderType.NORMAL);

        for (Principal who : List.of(market.vendor, market.rival)) {
            assertRefused(() -> read(who, order), ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
            assertRefused(
                    () -> call("direct:cmw-approve-order", who, order.id(), null, Object.class),
                    ErrorKind.NOT_FOUND,
                    "not-found-%resource%-%id%");
        }
        assertThat(call("direct:cmw-get-subscription", market.rival, second(order), null, SubscriptionDetail.class)
                        .subscription()
                        .vendorId())
                .isEqualTo(market.rivalCompany);
        assertRefused(
                () -> call("direct:cmw-get-subscription", market.vendor, second(order), null, Object.class),
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%");
        call("direct:cmw-approve-order", market.admin, order.id(), null, Object.class);
        bothAre(order, "WAITING_PAYMENT");
    }

    @Test
    void a_coupon_is_used_once_for_all_of_it() {
        jdbc.sql("insert into cmw.coupon (type, company_id, hash, percentage, destination, reusable, created_at)"
                        + " values ('DISCOUNT', ?, 'h', 10, 'TOTAL', false, now())")
                .param(market.vendorCompany)
                .update();
        OrderRequest request = new OrderRequest(office, OrderType.NORMAL, null, null, null, null, "h", Map.of(), null);

        Order order = call("direct:cmw-place-order", market.customer, null, request, Order.class);

        assertThat(order.net()).isEqualByComparingTo("21.60");
        assertThat(market.column(Integer.class, "select subscription_id from cmw.coupon_redemption"))
                .containsExactly(first(order));
        assertRefused(
                () -> call("direct:cmw-place-order", market.customer, null, request, Order.class),
                ErrorKind.CONFLICT,
                "coupon-already-used");
        pay(invoiceOf(order));
        report(new DeploymentEvent.Deployed(first(order), clock.instant(), MACHINE, null, null, null));
        days(31);
        assertThat(market.column(BigDecimal.class, "select net from cmw.invoice where type = 'RENEWAL'"))
                .containsExactly(new BigDecimal("9.00"));
    }

    @Test
    void the_lists_of_each_subscription_have_the_order_and_its_invoice() {
        Order order = order(office, OrderType.NORMAL);

        for (int one : List.of(first(order), second(order))) {
            Filter filter = new Filter(Map.of("subscriptionId", String.valueOf(one)));
            for (String list : List.of("direct:cmw-list-orders", "direct:cmw-list-invoices")) {
                assertThat(page(list, filter)).as(list).isEqualTo(1);
            }
        }
    }

    private long page(String route, Filter filter) {
        return exchange(route, market.customer, null, null, Map.of("filter", filter, "page", new PageRequest(1, 10)))
                .getMessage()
                .getBody(Page.class)
                .totalItems();
    }
}
