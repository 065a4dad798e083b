package io.mercato.processors.cmw;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.EventEndpoints;
import io.mercato.processors.cmw.event.EventProperties;
import io.mercato.processors.cmw.event.EventSignal;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.order.Buyers;
import io.mercato.processors.cmw.order.OfferStore;
import io.mercato.processors.cmw.order.OrderChangelog;
import io.mercato.processors.cmw.order.OrderDesk;
import io.mercato.processors.cmw.order.OrderDesk.Placed;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.pricing.CloudPriceReader;
import io.mercato.processors.cmw.pricing.CouponStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import io.mercato.processors.cmw.pricing.OfferPricesReader;
import io.mercato.processors.cmw.pricing.PlanItems;
import io.mercato.processors.cmw.subscription.AccessStore;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.sql.Rows;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores of orders, subscriptions and invoices over a real database, put together by hand. */
public final class Core {
    public final TestDatabase database;
    public final JdbcClient jdbc;
    public final MovableClock clock = new MovableClock();
    public final Json json = new Json(JsonConfiguration.newMapper());
    public final Rows rows = new Rows(json);
    public final Market market;
    public final SubscriptionStore subscriptions;
    public final OrderStore orders;
    public final InvoiceStore invoices;
    public final DeadlineStore deadlines;
    public final ChangelogStore changelog;
    public final AccessStore access;
    public final OfferStore offers;
    public final OrderDesk desk;
    public final CouponStore coupons;
    public final PlanItems planItems;
    public final FrozenPrices prices;

    public Core(TestDatabase database) {
        this.database = database;
        jdbc = database.jdbc();
        market = new Market(jdbc);
        subscriptions = new SubscriptionStore(jdbc, json, clock);
        orders = new OrderStore(jdbc, json);
        invoices = new InvoiceStore(jdbc, json);
        deadlines = new DeadlineStore(jdbc, clock);
        changelog = new ChangelogStore(jdbc, json, clock);
        access = new AccessStore(jdbc, json, rows, new SecretCipher(Market.KEY));
        coupons = new CouponStore(new Tables(jdbc, json));
        planItems = new PlanItems(jdbc);
        prices = new FrozenPrices(jdbc, json, coupons, planItems);
        offers = new OfferStore(
                jdbc, rows, new OfferPricesReader(jdbc, planItems, new CloudPriceReader(jdbc, json), coupons));
        EventProperties events = new EventProperties(
                List.of(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                2,
                Duration.ofHours(1),
                8,
                4,
                Duration.ofSeconds(1),
                true,
                Duration.ofDays(1));
        desk = new OrderDesk(
                orders,
                subscriptions,
                invoices,
                deadlines,
                changelog,
                new OrderChangelog(changelog, new Buyers(jdbc)),
                new VendorEvents(jdbc, json, clock, new EventEndpoints(jdbc, json, events), new EventSignal()),
                properties(),
                clock,
                prices);
    }

    public static CmwProperties properties() {
        return new CmwProperties(
                "http://localhost:8080",
                "https://panel.example/#/",
                Duration.ofDays(3),
                24,
                Duration.ofDays(365),
                Duration.ofDays(1),
                Duration.ofDays(2),
                Duration.ofDays(3),
                List.of(14, 10, 7, 4, 3, 2, 1),
                Duration.ofMinutes(5),
                Duration.ofDays(2),
                Duration.ofDays(7));
    }

    /** An order as it is stored, without what follows from it. */
    public Placed order(Principal buyer, int plan, OrderType type) {
        return inTransaction(() -> desk.store(
                desk.decide(offers.find(Market.request(plan, type), buyer.userId()), Market.request(plan, type)),
                buyer));
    }

    public <T> T inTransaction(Supplier<T> work) {
        return database.transaction().execute(tx -> work.get());
    }
}
