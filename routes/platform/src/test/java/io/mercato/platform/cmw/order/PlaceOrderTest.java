package io.mercato.platform.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.platform.cmw.CoreRoutes;
import io.mercato.processors.cmw.Market;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class PlaceOrderTest extends CoreRoutes {

    @Test
    void an_order_waits_for_its_payment() {
        Order order = order(market.vm, OrderType.NORMAL);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.total()).isEqualByComparingTo("18.30");
        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");
        assertThat(messages()).containsExactly("order-created");
        assertThat(events("Subscription")).containsExactly("CREATED");

        number();
        assertThat(invoice(invoiceOf(order)).number()).isEqualTo("2026-000001");
        assertThat(messages()).containsExactly("invoice-to-pay");
        number();
        assertThat(messages()).isEmpty();
    }

    @Test
    void the_answer_says_where_the_order_is() {
        Exchange done = exchange(
                "direct:cmw-place-order", market.customer, null, Market.request(market.vm, OrderType.NORMAL), Map.of());

        assertThat(done.getVariable("location"))
                .isEqualTo("order/" + done.getMessage().getBody(Order.class).id());
    }

    @Test
    void a_paid_order_is_built() {
        Order order = order(market.vm, OrderType.NORMAL);
        number();
        forgetMessages();

        pay(invoiceOf(order));

        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        assertThat(messages()).containsExactly("invoice-paid", "Deploy", "subscription-deploying");
        assertThat(detail(order.subscriptionId()).subscription().paid()).isTrue();
        assertThat(market.column(Integer.class, "select count(*) from cmw.subscription_deadline"))
                .containsExactly(0);
        assertThat(events("Subscription")).containsExactly("CREATED", "MODIFIED");
    }

    @Test
    void the_e_mail_of_a_payment_names_the_invoice_by_its_number() {
        Order order = order(market.vm, OrderType.NORMAL);
        number();
        forgetMessages();
        pay(invoiceOf(order));

        assertThat(model("invoice-paid", "number")).containsExactly("2026-000001");
    }

    @Test
    void an_invoice_that_is_paid_before_it_has_a_number_is_told_of_when_it_gets_it() {
        Order order = order(market.vm, OrderType.NORMAL);
        pay(invoiceOf(order));
        assertThat(messages()).containsExactly("order-created", "Deploy", "subscription-deploying");

        number();

        assertThat(model("invoice-paid", "number")).containsExactly("2026-000001");
        assertThat(messages()).containsExactly("invoice-issued", "invoice-paid");
    }

    @Test
    void an_invoice_is_paid_once() {
        Order order = order(market.vm, OrderType.NORMAL);
        pay(invoiceOf(order));
        forgetMessages();

        assertRefused(() -> pay(invoiceOf(order)), ErrorKind.CONFLICT, "invoice-already-paid");
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_trial_and_a_free_plan_are_built_at_once() {
        Order trial = order(market.managed, OrderType.TRIAL);
        Order free = order(market.free, OrderType.NORMAL);

        for (Order order : List.of(trial, free)) {
            assertThat(order.status()).isEqualTo(OrderStatus.FREE);
            assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        }
        assertThat(messages())
                .containsExactly(
                        "order-created",
                        "Deploy",
                        "subscription-deploying",
                        "order-created",
                        "Deploy",
                        "subscription-deploying");
        assertRefused(() -> order(market.managed, OrderType.TRIAL), ErrorKind.CONFLICT, "trial-already-used");
        assertRefused(
                () -> order(market.colleague, market.managed, OrderType.TRIAL),
                ErrorKind.CONFLICT,
                "trial-already-used");
    }

    @Test
    void a_plan_that_does_not_exist_is_refused_and_nothing_is_left_behind() {
        assertRefused(() -> order(999, OrderType.NORMAL), ErrorKind.REJECTED, "unknown-reference-%field%-%reference%");
        assertNothingStored();
    }

    @Test
    void a_product_that_a_company_may_have_once_is_ordered_once() {
        order(market.limited, OrderType.NORMAL);

        assertRefused(
                () -> order(market.colleague, market.limited, OrderType.NORMAL),
                ErrorKind.CONFLICT,
                "already-subscribed");
        assertThat(order(market.stranger, market.limited, OrderType.NORMAL).id())
                .isPositive();
    }

    @Test
    void an_order_that_fails_in_the_middle_leaves_nothing_behind() {
        jdbc.sql("alter table cmw.outbox rename to outbox_gone").update();
        try {
            Exchange failed = place("key-1", "{}");
            assertThat(failed.getException()).isNotNull();
        } finally {
            jdbc.sql("alter table cmw.outbox_gone rename to outbox").update();
        }
        assertNothingStored();
        assertThat(place("key-1", "{}").getException()).isNull();
    }

    @Test
    void a_payment_that_fails_in_the_middle_was_never_made() {
        Order order = order(market.vm, OrderType.NORMAL);
        int logged = changes("subscription", order.subscriptionId()).size();
        jdbc.sql("alter table cmw.outbox rename to outbox_gone").update();
        try {
            assertThatThrownBy(() -> pay(invoiceOf(order))).isNotNull();
        } finally {
            jdbc.sql("alter table cmw.outbox_gone rename to outbox").update();
        }

        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");
        assertThat(invoice(invoiceOf(order)).status().isPaid()).isFalse();
        assertThat(changes("subscription", order.subscriptionId())).hasSize(logged);
        pay(invoiceOf(order));
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
    }

    @Test
    void the_same_key_and_body_answers_the_same_order_and_another_body_is_refused() {
        Exchange first = place("key-1", "{\"a\":1}");
        Exchange second = place("key-1", "{\"a\":1}");
        Exchange other = place("key-1", "{\"a\":2}");
        Exchange another = place("key-2", "{\"a\":1}");

        int id = first.getMessage().getBody(Order.class).id();
        assertThat(second.getMessage().getBody(Order.class).id()).isEqualTo(id);
        assertThat(second.getVariable("location")).isEqualTo("order/" + id);
        assertThat(other.getException()).hasMessageContaining("Idempotency-Key");
        assertThat(another.getMessage().getBody(Order.class).id()).isNotEqualTo(id);
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(2);
    }

    @Test
    void an_order_that_needs_approval_is_paid_after_it() {
        Order order = order(market.approved, OrderType.NORMAL);
        number();
        assertThat(market.status(order.subscriptionId())).isEqualTo("REQUIRES_APPROVAL");
        assertThat(messages()).containsExactly("order-created", "order-to-approve");

        days(5);
        assertThat(messages()).isEmpty();
        approve(market.vendor, order);
        number();

        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");
        assertThat(messages()).containsExactly("invoice-to-pay");
        assertThat(invoice(invoiceOf(order)).due()).isEqualTo(clock.instant().plus(java.time.Duration.ofDays(3)));
        Order approved = call("direct:cmw-get-order", market.customer, order.id(), null, Order.class);
        assertThat(approved.status()).isEqualTo(OrderStatus.PAID);
        assertThat(approved.approvedBy()).isEqualTo(market.vendor.userId());

        days(3);
        assertThat(market.status(order.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
    }

    @Test
    void a_trial_that_needs_approval_is_built_after_it() {
        Order order = order(market.approved, OrderType.TRIAL);
        forgetMessages();

        approve(market.admin, order);

        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        assertThat(messages()).containsExactly("Deploy", "subscription-deploying");
        assertRefused(() -> approve(market.admin, order), ErrorKind.CONFLICT, "no-approval-needed");
    }

    @Test
    void an_order_that_is_rejected_is_over_and_its_invoice_was_never_issued() {
        Order order = order(market.approved, OrderType.NORMAL);
        forgetMessages();

        call("direct:cmw-reject-order", market.vendor, order.id(), null, Object.class);
        days(5);

        assertThat(market.status(order.subscriptionId())).isEqualTo("REJECTED");
        assertThat(messages()).containsExactly("order-rejected");
        assertThat(invoice(invoiceOf(order)).number()).isNull();
    }

    @Test
    void the_e_mail_of_a_rejection_names_the_order_and_its_product() {
        order(market.vm, OrderType.NORMAL);
        Order order = order(market.approved, OrderType.NORMAL);
        order(market.vm, OrderType.NORMAL);

        call("direct:cmw-reject-order", market.vendor, order.id(), null, Object.class);

        assertThat(model("order-rejected", "order")).containsExactly(String.valueOf(order.id()));
        assertThat(model("order-rejected", "page"))
                .singleElement(STRING)
                .contains("product", "\"" + market.approvedProduct + "\"")
                .doesNotContain("url");
    }

    @Test
    void only_the_products_vendor_and_administrators_decide() {
        Order order = order(market.approved, OrderType.NORMAL);

        assertRefused(() -> approve(market.customer, order), ErrorKind.FORBIDDEN, "forbidden");
        assertRefused(() -> approve(market.supervisor, order), ErrorKind.FORBIDDEN, "forbidden");
        assertRefused(() -> approve(market.rival, order), ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
        assertRefused(
                () -> approve(market.vendor, order(market.vm, OrderType.NORMAL)),
                ErrorKind.CONFLICT,
                "no-approval-needed");
        assertThat(market.status(order.subscriptionId())).isEqualTo("REQUIRES_APPROVAL");
    }

    @Test
    void what_a_customer_no_longer_wants_is_not_paid() {
        Order order = order(market.vm, OrderType.NORMAL);
        number();
        forgetMessages();

        act(market.customer, order.subscriptionId(), SubscriptionAction.KILL);

        assertThat(market.status(order.subscriptionId())).isEqualTo("UNDEPLOYED");
        assertThat(invoice(invoiceOf(order)).status().name()).isEqualTo("EXPIRED");
        assertThat(messages()).containsExactly("subscription-killed");
        assertThat(events("Subscription")).containsExactly("CREATED", "DELETED");
        days(5);
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_first_payment_is_reminded_of_daily_and_expires() {
        Order order = order(market.vm, OrderType.NORMAL);
        number();
        forgetMessages();

        days(1);
        assertThat(messages()).containsExactly("invoice-to-pay");
        days(1);
        assertThat(messages()).containsExactly("invoice-to-pay");
        days(1);
        assertThat(messages()).containsExactly("order-rejected");
        assertThat(market.status(order.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
        assertThat(invoice(invoiceOf(order)).status().name()).isEqualTo("EXPIRED");
        days(5);
        assertThat(messages()).isEmpty();
    }

    @Test
    void money_that_comes_late_is_given_back() {
        Order order = order(market.vm, OrderType.NORMAL);
        days(4);
        forgetMessages();

        assertRefused(() -> pay(invoiceOf(order)), ErrorKind.CONFLICT, "invoice-expired");

        assertThat(market.status(order.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
        assertThat(messages()).isEmpty();
    }

    @Test
    void orders_are_listed_read_and_found_by_the_customers_number() {
        OrderRequest request = Market.request(market.vm, OrderType.NORMAL, "PO-7");
        Order order = call("direct:cmw-place-order", market.customer, null, request, Order.class);
        Exchange list = exchange(
                "direct:cmw-list-orders",
                market.vendor,
                null,
                null,
                Map.of("filter", Filter.NONE, "page", PageRequest.FIRST));
        Exchange found = exchange(
                "direct:cmw-get-order-by-reference",
                market.customer,
                null,
                null,
                Map.of("path", Map.of("externalReference", "PO-7")));

        assertThat(list.getMessage().getBody(Page.class).items()).hasSize(1);
        assertThat(found.getMessage().getBody(Order.class).id()).isEqualTo(order.id());
        assertRefused(
                () -> call("direct:cmw-get-order", market.stranger, order.id(), null, Order.class),
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%");
    }

    @Test
    void the_changelog_names_who_ordered_also_for_whom() {
        Principal customer = market.customer;
        Principal helped = new Principal(
                customer.userId(),
                customer.userName(),
                customer.email(),
                customer.fullName(),
                "en",
                customer.role(),
                customer.companyId(),
                "helper");
        Order order = order(helped, market.vm, OrderType.NORMAL);

        List<Change> changes = changes("order", order.id());

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo(Change.Kind.CREATED);
            assertThat(change.authorId()).isEqualTo(customer.userId());
            assertThat(change.author()).isEqualTo("helper as " + customer.userName());
        });
    }

    @SuppressWarnings("unchecked")
    private List<Change> changes(String entity, int id) {
        return call("direct:cmw-get-" + entity + "-changelog", market.customer, id, null, List.class);
    }

    private void approve(Principal who, Order order) {
        call("direct:cmw-approve-order", who, order.id(), null, Object.class);
    }

    private Exchange place(String key, String body) {
        return exchange(
                "direct:cmw-place-order",
                market.customer,
                null,
                Market.request(market.vm, OrderType.NORMAL),
                Map.of("idempotencyKey", key, "requestBody", body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> model(String template, String name) {
        return market.column(
                String.class,
                "select payload::jsonb -> 'model' ->> ? from cmw.outbox where payload::jsonb ->> 'template' = ?"
                        + " order by id",
                name,
                template);
    }

    private void assertNothingStored() {
        for (String table : List.of(
                "\"order\"", "subscription", "invoice", "changelog", "idempotency_key", "outbox", "vendor_event")) {
            assertThat(market.column(Integer.class, "select count(*) from cmw." + table))
                    .as(table)
                    .containsExactly(0);
        }
    }
}
