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
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.money.Money;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    public FrozenPrices(JdbcClient jdbc, Json json, CouponStore coupons) {
        this.jdbc = jdbc;
        this.json = json;
        this.coupons = coupons;
    }

    /** Stores what was agreed, and that the coupon is used. */
    public void freeze(int subscription, int order, int buyer, OrderPrice price, Instant now) {
        price.items().forEach(ordered -> insert(subscription, ordered));
        if (!price.cloud().isEmpty()) {
            jdbc.sql("update cmw.subscription set cloud_charges = cast(? as jsonb) where id = ?")
                    .params(json.write(price.cloud()), subscription)
                    .update();
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

    private void insert(int subscription, OrderedItem ordered) {
        jdbc.sql("insert into cmw.subscription_billing_item (subscription_id, billing_item_id, quantity, item)"
                        + " values (?, ?, ?, cast(? as jsonb))")
                .params(subscription, ordered.item().billingItemId(), ordered.quantity(), json.write(ordered.item()))
                .update();
    }

    /** What one more period of it costs. */
    public Quote furtherPeriod(Subscription subscription) {
        Money licence = subscription.terms().price();
        PlanPrice plan = new PlanPrice(
                subscription.planName(),
                licence,
                Money.zero(licence.currency()),
                subscription.terms().vatRate(),
                true);
        Discount discount = coupons.ofSubscription(subscription.id())
                .map(coupon -> coupon.discount(licence.currency()))
                .orElse(null);
        return Quotes.of(
                plan,
                itemsOf(List.of(subscription.id())).getOrDefault(subscription.id(), List.of()),
                charges(subscription.id()),
                discount);
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
