package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.invoice.VendorCost;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionCosts;
import io.mercato.domain.money.Money;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What vendors have added to subscriptions: for the next invoice, or for every one. */
@Component
public class CostStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    public CostStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When it is to be invoiced. */
    public enum Kind {
        ONESHOT,
        RECURRING
    }

    /** @param line the same in the marketplace's currency */
    public void add(int subscription, Kind kind, VendorCost cost, InvoiceLine line) {
        jdbc.sql("insert into cmw.subscription_cost (subscription_id, kind, type, description, unit_price, quantity,"
                        + " unit, original_price, original_currency, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        subscription,
                        kind.name(),
                        line.type().name(),
                        line.description(),
                        line.unitPrice().amount(),
                        line.quantity(),
                        cost.unit(),
                        cost.price(),
                        cost.currency() == null ? line.unitPrice().currency() : cost.currency(),
                        Rows.at(clock.instant()))
                .update();
    }

    /** What a change of the subscription costs until its next invoice. */
    public void add(int subscription, InvoiceLine line) {
        InvoiceLine.Resource resource = line.resource() == null ? InvoiceLine.Resource.NONE : line.resource();
        jdbc.sql("insert into cmw.subscription_cost (subscription_id, kind, type, description, unit_price, quantity,"
                        + " unit, original_price, original_currency, created_at, billing_item_id, tag)"
                        + " values (?, 'ONESHOT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        subscription,
                        line.type().name(),
                        line.description(),
                        line.unitPrice().amount(),
                        line.quantity(),
                        resource.unit(),
                        line.unitPrice().amount(),
                        line.unitPrice().currency(),
                        Rows.at(clock.instant()),
                        resource.billingItemId(),
                        resource.tag())
                .update();
    }

    /** Nothing recurs any more. */
    public void clearRecurring(int subscription) {
        jdbc.sql("delete from cmw.subscription_cost where subscription_id = ? and kind = 'RECURRING'")
                .param(subscription)
                .update();
    }

    /** What is to be invoiced with the next period. */
    public List<InvoiceLine> lines(Subscription subscription) {
        return jdbc.sql(
                        "select * from cmw.subscription_cost where subscription_id = ? and order_id is null order by id")
                .param(subscription.id())
                .query((row, index) -> new InvoiceLine(
                        LineType.valueOf(row.getString("type")),
                        row.getString("description"),
                        new Money(
                                row.getBigDecimal("unit_price"),
                                subscription.terms().price().currency()),
                        row.getBigDecimal("quantity"),
                        subscription.terms().vatRate(),
                        new InvoiceLine.Resource(
                                Rows.integer(row, "billing_item_id"), row.getString("unit"), row.getString("tag"))))
                .list();
    }

    /** What was to be invoiced once is invoiced with this order. */
    public void invoiced(int subscription, int order) {
        jdbc.sql("update cmw.subscription_cost set order_id = ? where subscription_id = ? and kind = 'ONESHOT'"
                        + " and order_id is null")
                .params(order, subscription)
                .update();
    }

    public SubscriptionCosts of(int subscription) {
        return new SubscriptionCosts(open(subscription, Kind.ONESHOT), open(subscription, Kind.RECURRING));
    }

    private List<VendorCost> open(int subscription, Kind kind) {
        return jdbc.sql("select * from cmw.subscription_cost where subscription_id = ? and kind = ?"
                        + " and order_id is null order by id")
                .params(subscription, kind.name())
                .query(CostStore::cost)
                .list();
    }

    private static VendorCost cost(ResultSet row, int index) throws SQLException {
        return new VendorCost(
                LineType.valueOf(row.getString("type")),
                row.getString("description"),
                row.getBigDecimal("original_price"),
                row.getString("original_currency"),
                row.getBigDecimal("quantity"),
                row.getString("unit"));
    }
}
