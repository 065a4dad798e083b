package io.mercato.platform.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.platform.cmw.CoreRoutes;
import io.mercato.processors.cmw.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What happens when two do the same, or the opposite, at the same moment. */
class SideBySideTest extends CoreRoutes {

    @Test
    void an_invoice_that_two_pay_at_once_is_paid_once_and_built_once() {
        Order order = order(market.vm, OrderType.NORMAL);
        forgetMessages();
        int invoice = invoiceOf(order);

        List<Exchange> done = together(List.of(
                () -> exchange("direct:cmw-pay-invoice", market.admin, invoice, "bank-1", Map.of()),
                () -> exchange("direct:cmw-pay-invoice", market.admin, invoice, "bank-2", Map.of())));

        assertThat(done).filteredOn(one -> one.getException() == null).hasSize(1);
        assertThat(messages()).containsExactly("Deploy", "subscription-deploying");
    }

    @Test
    void two_orders_with_one_key_are_one_order() {
        Supplier<Exchange> call = () -> exchange(
                "direct:cmw-place-order",
                market.customer,
                null,
                Market.request(market.vm, OrderType.NORMAL),
                Map.of("idempotencyKey", "key-1", "requestBody", new byte[] {1}));

        List<Exchange> done = together(List.of(call, call, call));

        assertThat(done)
                .extracting(one -> one.getMessage().getBody(Order.class).id())
                .containsOnly(done.get(0).getMessage().getBody(Order.class).id());
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(1);
    }

    @Test
    void a_report_that_comes_twice_at_once_is_dealt_with_once() {
        Order order = order(market.vm, OrderType.TRIAL);
        forgetMessages();
        UUID id = UUID.randomUUID();
        var deployed = new Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null);

        List<Exchange> done = together(List.of(() -> report(deployed, id), () -> report(deployed, id)));

        assertThat(done).allMatch(one -> one.getException() == null);
        assertThat(messages()).containsExactly("subscription-deployed", "subscription-deployed-vendor");
    }

    @Test
    void a_machine_that_is_ended_while_it_gets_ready_is_given_back_whoever_comes_first() {
        for (int i = 0; i < 5; i++) {
            Order order = order(market.free, OrderType.NORMAL);
            int id = order.subscriptionId();
            var deployed = new Deployed(id, clock.instant(), MACHINE, null, null, null);
            var kill = new SubscriptionChange(SubscriptionAction.KILL, null, null, null, false);

            List<Exchange> done = together(List.of(
                    () -> report(deployed, UUID.randomUUID()),
                    () -> exchange("direct:cmw-change-subscription", market.customer, id, kill, Map.of())));

            assertThat(done).allMatch(one -> one.getException() == null);
            assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
            assertThat(messages()).containsOnlyOnce("Undeploy");
        }
    }

    private static List<Exchange> together(List<Supplier<Exchange>> calls) {
        List<CompletableFuture<Exchange>> running = new ArrayList<>();
        calls.forEach(call ->
                running.add(CompletableFuture.supplyAsync(call, task -> new Thread(task, "side-by-side").start())));
        return running.stream().map(CompletableFuture::join).toList();
    }
}
