package io.mercato.platform.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.MovableClock;
import io.mercato.processors.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the core's routes do: order, pay, report, and let time pass. */
@SpringBootTest(
        classes = CorePlatform.class,
        properties = {
            "queue.cmw.deployment-events=cmw.deployment-events",
            "mercato.cmw.deadline-period=1h&delay=1h",
            "mercato.cmw.invoice-number-period=1h&delay=1h",
            "mercato.cmw.inbox-retention=7d",
            "mercato.cmw.idempotency-retention=2d"
        })
public abstract class CoreRoutes {
    protected static final DeploymentEvent.Machine MACHINE =
            new DeploymentEvent.Machine("s-1", List.of("127.0.0.9"), 2222, "debian");

    @Autowired
    protected ProducerTemplate template;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Json json;

    protected Market market;

    @BeforeEach
    void open() {
        clock.reset();
        market = new Market(jdbc);
    }

    /** Calls a route as the REST face does; its exception is thrown. */
    protected <T> T call(String route, Principal who, Integer id, Object body, Class<T> type) {
        Exchange done = exchange(route, who, id, body, Map.of());
        if (done.getException() != null) {
            throw asRuntime(done.getException());
        }
        return done.getMessage().getBody(type);
    }

    protected Exchange exchange(String route, Principal who, Integer id, Object body, Map<String, Object> variables) {
        return template.request(route, exchange -> {
            exchange.setVariable("principal", who);
            exchange.setVariable("id", id);
            variables.forEach(exchange::setVariable);
            exchange.getMessage().setBody(body);
        });
    }

    private static RuntimeException asRuntime(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MercatoException known) {
                return known;
            }
        }
        return failure instanceof RuntimeException one ? one : new IllegalStateException(failure);
    }

    protected Order order(int plan, OrderType type) {
        return order(market.customer, plan, type);
    }

    protected Order order(Principal who, int plan, OrderType type) {
        return call("direct:cmw-place-order", who, null, Market.request(plan, type), Order.class);
    }

    /** A paid order's subscription that is there. */
    protected int deployed(int plan) {
        Order order = order(plan, OrderType.NORMAL);
        pay(invoiceOf(order));
        report(new DeploymentEvent.Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null));
        number();
        forgetMessages();
        return order.subscriptionId();
    }

    protected int invoiceOf(Order order) {
        return market.column(Integer.class, "select id from cmw.invoice where order_id = ?", order.id())
                .get(0);
    }

    protected void pay(int invoice) {
        call("direct:cmw-pay-invoice", market.admin, invoice, "bank-1", Object.class);
    }

    protected Invoice invoice(int id) {
        return call("direct:cmw-get-invoice", market.admin, id, null, Invoice.class);
    }

    protected void act(Principal who, int subscription, SubscriptionAction action) {
        change(who, subscription, new SubscriptionChange(action, null, null, null, false));
    }

    protected void vendorReports(Principal who, int subscription, SubscriptionStatus status) {
        change(who, subscription, new SubscriptionChange(null, null, null, status, false));
    }

    /** A paid order of the syndicated product, which its vendor has reported. */
    protected int syndicated() {
        Order order = order(market.syndicated, OrderType.NORMAL);
        pay(invoiceOf(order));
        vendorReports(market.vendor, order.subscriptionId(), SubscriptionStatus.DEPLOYED);
        number();
        forgetMessages();
        return order.subscriptionId();
    }

    /** What a change leads to. */
    protected ChangeResult changed(Principal who, int subscription, SubscriptionChange change) {
        return call("direct:cmw-change-subscription", who, subscription, change, ChangeResult.class);
    }

    protected void change(Principal who, int subscription, SubscriptionChange change) {
        call("direct:cmw-change-subscription", who, subscription, change, Object.class);
    }

    protected SubscriptionDetail detail(int subscription) {
        return call("direct:cmw-get-subscription", market.customer, subscription, null, SubscriptionDetail.class);
    }

    /** Hands a report of the deployer's to the consumer, as a message of its own. */
    protected void report(DeploymentEvent event) {
        Exchange done = report(event, UUID.randomUUID());
        if (done.getException() != null) {
            throw asRuntime(done.getException());
        }
    }

    protected Exchange report(DeploymentEvent event, UUID messageId) {
        return template.request("jms:queue:cmw.deployment-events", exchange -> {
            exchange.getMessage().setHeader(MessageHeaders.MESSAGE_ID, messageId.toString());
            exchange.getMessage()
                    .setHeader(MessageHeaders.MESSAGE_TYPE, event.getClass().getSimpleName());
            exchange.getMessage().setBody(json.write(event));
        });
    }

    /** Days go by, and on each of them the clocks tick. */
    protected void days(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofDays(1));
            tick();
        }
    }

    protected void tick() {
        call("direct:cmw-meet-deadlines", Principal.SYSTEM, null, null, Object.class);
        number();
    }

    protected void number() {
        call("direct:cmw-number-invoices", Principal.SYSTEM, null, null, Object.class);
    }

    protected void forgetMessages() {
        jdbc.sql("truncate cmw.outbox").update();
    }

    /** A value of the e-mail that waits, as text. */
    protected String told(String template, String value) {
        return jdbc.sql("select payload::jsonb -> 'model' ->> ? from cmw.outbox"
                        + " where payload::jsonb ->> 'template' = ? order by id desc limit 1")
                .params(value, template)
                .query(String.class)
                .single();
    }

    /** The messages since the last time, and none of them again. */
    protected List<String> messages() {
        List<String> messages = market.outbox();
        forgetMessages();
        return messages;
    }

    /** Vendors' events of an entity, in order. */
    protected List<String> events(String entity) {
        return market.column(String.class, "select type from cmw.vendor_event where entity = ? order by id", entity);
    }

    protected static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorKind kind, String key) {
        org.assertj.core.api.Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(MercatoException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.key()).isEqualTo(key);
                });
    }
}
