package io.mercato.platform.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.invoice.CustomInvoice;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.error.ErrorKind;
import io.mercato.platform.cmw.CoreRoutes;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.order.OfferStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A vendor tries out what he sells, or is about to sell. */
class SandboxRoutesTest extends CoreRoutes {

    @Autowired
    private OfferStore offers;

    @Test
    void a_sandbox_of_a_plan_that_is_not_published_is_built_used_and_gone_a_day_later() {
        unpublish(market.vm);

        Order order = order(market.vendor, market.vm, OrderType.SANDBOX);

        assertThat(order.status()).isEqualTo(OrderStatus.FREE);
        assertThat(order.type()).isEqualTo(OrderType.SANDBOX);
        assertThat(order.buyerId()).isEqualTo(market.vendor.userId());
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        assertThat(messages()).containsExactly("order-created", "Deploy", "subscription-deploying");
        clock.advance(Duration.ofHours(3));
        report(new DeploymentEvent.Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null));
        assertThat(messages()).containsExactly("subscription-deployed");

        clock.advance(Duration.ofHours(23));
        tick();
        assertThat(market.status(order.subscriptionId())).isEqualTo("DEPLOYED");
        clock.advance(Duration.ofHours(1));
        tick();

        assertThat(market.status(order.subscriptionId())).isEqualTo("UNDEPLOY_SENT");
        assertThat(messages()).containsExactly("Undeploy", "subscription-killed");
        assertThat(count("select count(*) from cmw.invoice")).isZero();
        assertThat(count("select count(*) from cmw.\"order\"")).isEqualTo(1);
    }

    @Test
    void a_vendor_tries_his_integration_with_it() {
        Order order = order(market.vendor, market.syndicated, OrderType.SANDBOX);
        vendorReports(market.vendor, order.subscriptionId(), SubscriptionStatus.DEPLOYED);
        act(market.vendor, order.subscriptionId(), SubscriptionAction.KILL);
        vendorReports(market.vendor, order.subscriptionId(), SubscriptionStatus.UNDEPLOYED);

        assertThat(events("Subscription")).containsExactly("CREATED", "MODIFIED", "MODIFIED", "DELETED");
        assertThat(market.status(order.subscriptionId())).isEqualTo("UNDEPLOYED");
    }

    @Test
    void what_is_not_there_in_its_time_ends_too() {
        Order order = order(market.vendor, market.syndicated, OrderType.SANDBOX);

        clock.advance(Duration.ofHours(24));
        tick();

        assertThat(market.status(order.subscriptionId())).isEqualTo("UNDEPLOY_SENT");
    }

    @Test
    void no_approval_holds_it() {
        Order order = order(market.admin, market.approved, OrderType.SANDBOX);

        assertThat(order.status()).isEqualTo(OrderStatus.FREE);
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
    }

    @Test
    void it_is_renewed_by_nobody_and_nothing_is_added_to_it() {
        Order order = order(market.vendor, market.syndicated, OrderType.SANDBOX);
        int id = order.subscriptionId();
        vendorReports(market.vendor, id, SubscriptionStatus.DEPLOYED);

        for (var action : List.of(SubscriptionAction.RENEW, SubscriptionAction.AUTORENEW)) {
            assertRefused(() -> act(market.vendor, id, action), ErrorKind.CONFLICT, "operation-not-available");
            assertRefused(() -> act(market.admin, id, action), ErrorKind.CONFLICT, "operation-not-available");
        }
        assertRefused(
                () -> call(
                        "direct:cmw-invoice-subscription",
                        market.vendor,
                        id,
                        new CustomInvoice(CustomInvoice.Type.UPSELL, false, List.of()),
                        Object.class),
                ErrorKind.CONFLICT,
                "sandbox-costs-nothing");
    }

    @Test
    void it_is_no_trial_and_counts_for_no_limit() {
        order(market.vendor, market.limited, OrderType.SANDBOX);
        order(market.vendor, market.limited, OrderType.SANDBOX);
        jdbc.sql("update cmw.\"user\" set role = 'USER' where id = ?")
                .param(market.vendor.userId())
                .update();

        assertThat(market.column(
                        Boolean.class,
                        "select bool_and(paid and not auto_renew and not renewable and price = 0)"
                                + " from cmw.subscription where type = 'SANDBOX'"))
                .containsExactly(true);
        var offer = offers.find(Market.request(market.limited, OrderType.TRIAL), market.vendor.userId());
        assertThat(offer.buyer().subscriptions()).isZero();
        assertThat(offer.buyer().companySubscriptions()).isZero();
        assertThat(offer.buyer().trials()).isZero();
    }

    @Test
    void only_who_may_try_it_does() {
        int hidden = unpublish(market.managed);
        String unknown = "unknown-reference-%field%-%reference%";

        assertRefused(() -> order(market.rival, market.vm, OrderType.SANDBOX), ErrorKind.FORBIDDEN, "forbidden");
        assertRefused(() -> order(market.rival, hidden, OrderType.SANDBOX), ErrorKind.REJECTED, unknown);
        assertRefused(() -> order(market.vendor, 999, OrderType.SANDBOX), ErrorKind.REJECTED, unknown);
        for (var who : List.of(market.customer, market.reseller, market.distributor, market.supervisor)) {
            assertRefused(() -> order(who, market.vm, OrderType.SANDBOX), ErrorKind.FORBIDDEN, "forbidden");
        }
        assertRefused(() -> order(market.customer, hidden, OrderType.NORMAL), ErrorKind.REJECTED, unknown);
        jdbc.sql("update cmw.product_version set deleted = true where id = ?")
                .param(market.free)
                .update();
        assertRefused(() -> order(market.vendor, market.free, OrderType.SANDBOX), ErrorKind.REJECTED, unknown);
        assertThat(count("select count(*) from cmw.subscription")).isZero();
    }

    private int unpublish(int plan) {
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(plan)
                .update();
        return plan;
    }

    private int count(String sql) {
        return market.column(Integer.class, sql).get(0);
    }
}
