package io.mercato.processors.cmw.pricing;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.order.OrderPrice;
import io.mercato.domain.cmw.pricing.CloudCharge;
import io.mercato.domain.cmw.pricing.Discount;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PlanPrice;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.pricing.Quotes;
import io.mercato.domain.cmw.subscription.PlanChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.money.Money;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an order has frozen of prices: they stay as they were, whatever becomes of plans and clouds. */
@Component
public class FrozenPrices {
    private static final TypeReference<List<CloudCharge>> CHARGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final CouponStore coupons;
    private final PlanItems plans;

    public FrozenPrices(JdbcClient jdbc, Json json, CouponStore coupons, PlanItems plans) {
        this.jdbc = jdbc;
        this.json = json;
        this.coupons = coupons;
        this.plans = plans;
    }

    /** Stores what was agreed for a subscription. */
    public void freeze(int subscription, OrderPrice price) {
        price.items().forEach(ordered -> insert(subscription, ordered));
        if (!price.cloud().isEmpty()) {
            jdbc.sql("update cmw.subscription set cloud_charges = cast(? as jsonb) where id = ?")
                    .params(json.write(price.cloud()), subscription)
                    .update();
        }
    }

    /**
     * Stores what was ordered besides plans, and that the coupon is used.
     *
     * @param subscription that the order began; of several the first one
     */
    public void freeze(int subscription, int order, int buyer, OrderPrice price, Instant now) {
        if (!price.items().isEmpty()) {
            order(order, price.items());
        }
        if (price.coupon() != null) {
            jdbc.sql("insert into cmw.coupon_redemption (coupon_id, subscription_id, order_id, user_id, granted, at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            price.coupon().id(),
                            subscription,
                            order,
                            buyer,
                            price.granted().amount(),
                            Rows.at(now))
                    .update();
        }
    }

    /** An order is of these extra resources. */
    public void order(int order, List<OrderedItem> items) {
        jdbc.sql("update cmw.\"order\" set items = cast(? as jsonb) where id = ?")
                .params(json.write(items), order)
                .update();
    }

    private void insert(int subscription, OrderedItem ordered) {
        jdbc.sql("insert into cmw.subscription_billing_item (subscription_id, billing_item_id, quantity, item)"
                        + " values (?, ?, ?, cast(? as jsonb))")
                .params(subscription, ordered.item().billingItemId(), ordered.quantity(), json.write(ordered.item()))
                .update();
    }

    /** These are its extra resources from now on. */
    public void replace(int subscription, List<OrderedItem> items) {
        jdbc.sql("delete from cmw.subscription_billing_item where subscription_id = ?")
                .param(subscription)
                .update();
        items.forEach(ordered -> insert(subscription, ordered));
    }

    /** What one more period of it costs. */
    public Quote furtherPeriod(Subscription subscription) {
        return quote(subscription, Money.zero(subscription.terms().price().currency()));
    }

    /**
     * What it costs at the prices that were agreed: its first period, with what is paid once, and those that follow. A
     * coupon holds for the plan that was ordered with it, and for no other that the subscription has gone over to.
     */
    public Quote quote(Subscription subscription, Money setupFee) {
        Money licence = subscription.terms().price();
        PlanPrice plan = new PlanPrice(
                subscription.planName(), licence, setupFee, subscription.terms().vatRate(), true);
        return quote(subscription, subscription.planId(), plan, itemsOf(subscription.id()));
    }

    /** What each period costs with these extra resources. */
    public Quote quote(Subscription subscription, List<OrderedItem> items) {
        Terms terms = subscription.terms();
        PlanPrice plan = new PlanPrice(
                subscription.planName(), terms.price(), Money.zero(terms.price().currency()), terms.vatRate(), true);
        return quote(subscription, subscription.planId(), plan, items);
    }

    /** What each period costs after it has gone over to another plan. */
    public Quote quote(Subscription subscription, PlanChange change) {
        Money licence = change.terms().price();
        PlanPrice plan = new PlanPrice(
                change.plan(),
                licence,
                Money.zero(licence.currency()),
                change.terms().vatRate(),
                true);
        return quote(subscription, change.planId(), plan, change.after());
    }

    private Quote quote(Subscription subscription, int planId, PlanPrice plan, List<OrderedItem> items) {
        return Quotes.of(plan, items, charges(subscription.id()), discount(subscription, planId, plan));
    }

    private Discount discount(Subscription subscription, int planId, PlanPrice plan) {
        return coupons.ofSubscription(subscription.id(), planId)
                .map(coupon -> coupon.discount(plan.currency()))
                .filter(Discount::lasts)
                .orElse(null);
    }

    /** Its extra resources after it has gone over to another plan: at that plan's prices, without those that it has not. */
    public List<OrderedItem> goneOver(int subscription, int plan) {
        Map<Integer, PlanItem> offered =
                plans.of(plan).stream().collect(Collectors.toMap(PlanItem::billingItemId, item -> item));
        return itemsOf(subscription).stream()
                .filter(ordered -> offered.containsKey(ordered.item().billingItemId()))
                .map(ordered -> new OrderedItem(offered.get(ordered.item().billingItemId()), ordered.quantity()))
                .filter(OrderedItem::isOffered)
                .toList();
    }

    /** The extra resources of a subscription. */
    public List<OrderedItem> itemsOf(int subscription) {
        return itemsOf(List.of(subscription)).getOrDefault(subscription, List.of());
    }

    /**
     * What each period of these subscriptions costs in advance, without tax.
     *
     * @param items extra resources of each
     * @param withCoupon those that were ordered with one
     */
    public Map<Integer, Money> periods(
            List<Subscription> subscriptions, Map<Integer, List<OrderedItem>> items, Set<Integer> withCoupon) {
        Map<Integer, List<CloudCharge>> charges =
                charges(subscriptions.stream().map(Subscription::id).toList());
        return subscriptions.stream().collect(Collectors.toMap(Subscription::id, one -> {
            PlanPrice plan = new PlanPrice(
                    one.planName(),
                    one.terms().price(),
                    Money.zero(one.terms().price().currency()),
                    one.terms().vatRate(),
                    true);
            Discount discount = withCoupon.contains(one.id()) ? discount(one, one.planId(), plan) : null;
            return Quotes.of(plan, items.getOrDefault(one.id(), List.of()), charges.get(one.id()), discount)
                    .periodInvoice()
                    .net();
        }));
    }

    private Map<Integer, List<CloudCharge>> charges(List<Integer> subscriptions) {
        record Row(int subscription, List<CloudCharge> charges) {}
        return jdbc
                .sql("select id, cloud_charges from cmw.subscription where id = any(?)")
                .param(subscriptions.toArray(Integer[]::new))
                .query((row, index) -> new Row(row.getInt(1), json.read(row.getString(2), CHARGES)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::subscription, Row::charges));
    }

    private List<CloudCharge> charges(int subscription) {
        return jdbc.sql("select cloud_charges from cmw.subscription where id = ?")
                .param(subscription)
                .query((row, index) -> json.read(row.getString(1), CHARGES))
                .single();
    }

    /** The extra resources of each of these subscriptions. */
    public Map<Integer, List<OrderedItem>> itemsOf(List<Integer> subscriptions) {
        record Row(int subscription, OrderedItem item) {}
        return jdbc
                .sql("select subscription_id, quantity, item from cmw.subscription_billing_item"
                        + " where subscription_id = any(?) order by id")
                .param(subscriptions.toArray(Integer[]::new))
                .query((row, index) -> new Row(
                        row.getInt(1), new OrderedItem(json.read(row.getString(3), PlanItem.class), row.getInt(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::subscription, Collectors.mapping(Row::item, Collectors.toList())));
    }

    /** Ids of the coupons that these subscriptions were ordered with. */
    public Map<Integer, Integer> couponsOf(List<Integer> subscriptions) {
        record Row(int subscription, int coupon) {}
        return jdbc
                .sql("select subscription_id, coupon_id from cmw.coupon_redemption where subscription_id = any(?)")
                .param(subscriptions.toArray(Integer[]::new))
                .query((row, index) -> new Row(row.getInt(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::subscription, Row::coupon, (one, other) -> one));
    }
}
