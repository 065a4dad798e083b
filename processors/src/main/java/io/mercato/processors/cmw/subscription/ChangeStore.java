package io.mercato.processors.cmw.subscription;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.PlanChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.money.Money;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of subscriptions that were ordered. */
@Component
public class ChangeStore {
    private static final String SELECT =
            "select c.*, s.currency, s.vat_rate, s.unkillable from cmw.subscription_change c"
                    + " join cmw.subscription s on s.id = c.subscription_id where ";

    private static final TypeReference<Map<String, Integer>> QUANTITIES = new TypeReference<>() {};
    private static final TypeReference<List<OrderedItem>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final FrozenPrices prices;

    public ChangeStore(JdbcClient jdbc, Json json, FrozenPrices prices) {
        this.jdbc = jdbc;
        this.json = json;
        this.prices = prices;
    }

    public void insert(int order, Subscription subscription, PlanChange change, PendingChange.State state) {
        jdbc.sql("""
                        insert into cmw.subscription_change (order_id, subscription_id, plan_id, plan_name, price,
                            billing_period, renewable, items, state)
                        values (:order, :subscription, :plan, :name, :price, :period, :renewable,
                            cast(:items as jsonb), :state)
                        """)
                .param("order", order)
                .param("subscription", subscription.id())
                .param("plan", change.planId())
                .param("name", change.plan())
                .param("price", change.terms().price().amount())
                .param("period", change.terms().billingPeriod())
                .param("renewable", change.terms().renewable())
                .param("items", json.write(change.after()))
                .param("state", state.name())
                .update();
    }

    /** Other quantities of extra resources, with the next period. */
    public void insert(int order, Subscription subscription, Map<String, Integer> extras) {
        jdbc.sql("insert into cmw.subscription_change (order_id, subscription_id, extras, state)"
                        + " values (?, ?, cast(? as jsonb), 'DEFERRED')")
                .params(order, subscription.id(), json.write(extras))
                .update();
    }

    public void state(int order, PendingChange.State state) {
        jdbc.sql("update cmw.subscription_change set state = ? where order_id = ?")
                .params(state.name(), order)
                .update();
    }

    /** The one that is to be done with the next period. */
    public Optional<PendingChange> deferred(int subscription) {
        return find("c.subscription_id = ? and c.state = 'DEFERRED'", subscription);
    }

    /** The one that waits for its payment. */
    public Optional<PendingChange> unpaid(int subscription) {
        return find("c.subscription_id = ? and c.state = 'WAITING_PAYMENT'", subscription);
    }

    /** Orders of those that wait, for their payment or for the next period. */
    public List<Integer> waiting(int subscription) {
        return jdbc.sql("select order_id from cmw.subscription_change where subscription_id = ?"
                        + " and state in ('WAITING_PAYMENT', 'DEFERRED') order by order_id")
                .param(subscription)
                .query(Integer.class)
                .list();
    }

    /** The one that an invoice is for. */
    public Optional<PendingChange> ofInvoice(int invoice) {
        return find("c.order_id = (select order_id from cmw.invoice where id = ?)", invoice);
    }

    private Optional<PendingChange> find(String condition, int id) {
        return jdbc.sql(SELECT + condition).param(id).query(this::change).optional();
    }

    private PendingChange change(ResultSet row, int index) throws SQLException {
        String extras = row.getString("extras");
        return new PendingChange(
                row.getInt("order_id"),
                row.getInt("subscription_id"),
                PendingChange.State.valueOf(row.getString("state")),
                row.getString("plan_name") == null ? null : plan(row),
                extras == null ? Map.of() : json.read(extras, QUANTITIES));
    }

    /** Those of before extra resources were agreed with the change have them at the new plan's prices of now. */
    private PlanChange plan(ResultSet row) throws SQLException {
        Terms terms = new Terms(
                new Money(row.getBigDecimal("price"), row.getString("currency")),
                row.getBigDecimal("vat_rate"),
                Rows.integer(row, "billing_period"),
                null,
                null,
                row.getBoolean("unkillable"),
                row.getBoolean("renewable"));
        int subscription = row.getInt("subscription_id");
        int plan = row.getInt("plan_id");
        String items = row.getString("items");
        return new PlanChange(
                plan,
                row.getString("plan_name"),
                terms,
                prices.itemsOf(subscription),
                items == null ? prices.goneOver(subscription, plan) : json.read(items, ITEMS));
    }
}
