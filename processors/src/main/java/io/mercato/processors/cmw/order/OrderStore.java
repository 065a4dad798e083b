package io.mercato.processors.cmw.order;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.NewOrder;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.Order.Ordered;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.money.Money;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Visibility;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders. */
@Component
public class OrderStore {
    private static final String FROM = "cmw.\"order\" o join cmw.subscription s on s.id = o.subscription_id"
            + " left join cmw.product_version bv on bv.id = o.product_version_id"
            + " left join cmw.product bp on bp.id = bv.product_id and bp.type = 'BUNDLE'";
    /** The subscriptions that bundle {@code o} began. */
    private static final String IN_BUNDLE = "cmw.subscription x where x.bundle_order_id = o.id";
    /** Whether order {@code o} is of a bundle with products of several vendors: no one of them sees what the others cost. */
    private static final String OF_SEVERAL_VENDORS =
            "exists (select from " + IN_BUNDLE + " and x.vendor_id <> s.vendor_id)";

    private static final String WHAT = "o.*, case when " + OF_SEVERAL_VENDORS
            + " then null else s.vendor_id end as vendor_id,"
            + " s.buyer_company_id, " + translated("bp") + ", s.product_name) as product_name,"
            + " case when bp.id is null then s.product_version_name else " + translated("bv") + ") end as plan_name,"
            + " coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'status', x.status) order by x.id) from "
            + IN_BUNDLE + "), jsonb_build_array(jsonb_build_object('id', s.id, 'status', s.status))) as subscriptions,"
            + " s.reseller_id, s.distributor_id,"
            + " exists (select from cmw.subscription_change u where u.order_id = o.id and u.state = 'WAITING_PAYMENT')"
            + " as unpaid_change, case when o.status = 'DEFERRED' then s.end_date else o.start_date end as begins,"
            + " o.id = coalesce(s.bundle_order_id,"
            + " (select min(f.id) from cmw.\"order\" f where f.subscription_id = s.id)) as opens";

    private static final TypeReference<List<Ordered>> SUBSCRIPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<OrderedItem>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    public OrderStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The name of a bundle in its buyer's language; to be closed with what else it may be called. */
    private static String translated(String alias) {
        return "coalesce(nullif(" + alias + ".translations #>> array[(select b.language from cmw.\"user\" b"
                + " where b.id = s.buyer_id), 'name'], ''), " + alias + ".name";
    }

    /** Returns its id. */
    public int insert(NewOrder order, Instant now) {
        InvoiceDraft invoice = order.invoice();
        Money zero = Money.zero(order.currency());
        return jdbc.sql("""
                        insert into cmw."order" (type, status, buyer_id, creator_id, product_version_id,
                            subscription_id, cloud_provider_id, external_reference, currency, net, vat, total,
                            created_at, start_date)
                        values (:type, :status, :buyer, :creator, :plan, :subscription, :provider, :reference,
                            :currency, :net, :vat, :total, :now, :start)
                        returning id
                        """)
                .param("type", order.type().name())
                .param("status", order.status().name())
                .param("buyer", order.buyerId())
                .param("creator", order.creatorId())
                .param("plan", order.planId())
                .param("subscription", order.subscriptionId())
                .param("provider", order.providerId())
                .param("reference", order.externalReference())
                .param("currency", order.currency())
                .param("net", (invoice == null ? zero : invoice.net()).amount())
                .param("vat", (invoice == null ? zero : invoice.vat()).amount())
                .param("total", (invoice == null ? zero : invoice.total()).amount())
                .param("now", Rows.at(now))
                .param("start", Rows.at(order.startDate()))
                .query(Integer.class)
                .single();
    }

    public Page<Order> list(Principal principal, Filter filter, PageRequest page) {
        return visible(principal)
                .where("o.status = :status", "status", name(filter.oneOf("status", OrderStatus.class)))
                .where("o.type = :type", "type", name(filter.oneOf("type", OrderType.class)))
                .where(
                        "(o.subscription_id = :subscription or o.id = (select b.bundle_order_id"
                                + " from cmw.subscription b where b.id = :subscription))",
                        "subscription",
                        filter.integer("subscriptionId"))
                .where(
                        "exists (select from cmw.coupon_redemption r where r.order_id = o.id and r.coupon_id = :coupon)",
                        "coupon",
                        filter.integer("coupon"))
                .where("o.created_at >= :from", "from", Rows.at(filter.instant("from")))
                .where("o.created_at < :to", "to", Rows.at(filter.instant("to")))
                .page(page, "o.id desc");
    }

    /** NOT_FOUND when there is none, or none that this caller may see. */
    public Order get(Principal principal, int id) {
        return find(principal, "o.id = :value", id).orElseThrow(() -> Errors.notFound("order", id));
    }

    public Order getByReference(Principal principal, String reference) {
        return find(principal, "o.external_reference = :value", reference)
                .orElseThrow(() -> Errors.notFound("order with externalReference", reference));
    }

    /** Id of the order that a subscription began with. */
    public int firstOf(int subscription) {
        return jdbc.sql("select coalesce((select bundle_order_id from cmw.subscription where id = :id), min(id))"
                        + " from cmw.\"order\" where subscription_id = :id")
                .param("id", subscription)
                .query(Integer.class)
                .single();
    }

    /** @param reason of a rejection; null for none */
    public void decide(int id, OrderStatus status, Principal by, Instant now, String reason) {
        jdbc.sql("update cmw.\"order\" set status = ?, approved_by = nullif(?, 0), approved_at = ?,"
                        + " rejection_reason = ?, revision = revision + 1 where id = ?")
                .params(status.name(), by.userId(), Rows.at(now), reason, id)
                .update();
    }

    public void status(int id, OrderStatus status) {
        jdbc.sql("update cmw.\"order\" set status = ?, revision = revision + 1 where id = ?")
                .params(status.name(), id)
                .update();
    }

    /** From now on it begins on this date. */
    public void start(int id, Instant start) {
        jdbc.sql("update cmw.\"order\" set start_date = ?, revision = revision + 1 where id = ?")
                .params(Rows.at(start), id)
                .update();
    }

    /** It is there no more; what was written for it, as an invoice, still refers to it. */
    public void delete(int id) {
        jdbc.sql("update cmw.\"order\" set deleted_at = now(), revision = revision + 1 where id = ?")
                .param(id)
                .update();
    }

    /** CONFLICT when the buyer has another order with this number of his own. */
    public void requireFreeReference(int buyer, String reference) {
        if (reference != null
                && jdbc.sql("select exists (select from cmw.\"order\" where buyer_id = ? and external_reference = ?"
                                + " and deleted_at is null)")
                        .params(buyer, reference)
                        .query(Boolean.class)
                        .single()) {
            throw Errors.conflictField(
                    "external-reference-taken", "externalReference", "there is already an order " + reference);
        }
    }

    /** Ids of those that are there and that this caller may see, by subscription; of subscriptions that he sees. */
    public Map<Integer, List<Integer>> idsOf(Principal principal, List<Integer> subscriptions) {
        record Pair(int subscription, int id) {}
        return jdbc
                .sql("select s.id as subscription, o.id from cmw.subscription s join cmw.\"order\" o"
                        + " on o.subscription_id = s.id or o.id = s.bundle_order_id"
                        + " where s.id = any(:ids) and o.deleted_at is null and (not :vendor or not "
                        + OF_SEVERAL_VENDORS + ") order by o.id")
                .param("ids", subscriptions.toArray(Integer[]::new))
                .param("vendor", principal.role() == Role.VENDOR)
                .query((row, index) -> new Pair(row.getInt(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pair::subscription, Collectors.mapping(Pair::id, Collectors.toList())));
    }

    private Selection<Order> select() {
        return new Selection<>(jdbc, this::order, WHAT, FROM).where("o.deleted_at is null");
    }

    private Selection<Order> visible(Principal principal) {
        Selection<Order> visible = Visibility.ofSubscriptions(principal, select());
        return principal.role() == Role.VENDOR ? visible.where("not " + OF_SEVERAL_VENDORS) : visible;
    }

    private Optional<Order> find(Principal principal, String condition, Object value) {
        return visible(principal).where(condition, "value", value).first();
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private Order order(ResultSet row, int index) throws SQLException {
        return new Order(
                row.getInt("id"),
                OrderType.valueOf(row.getString("type")),
                OrderStatus.valueOf(row.getString("status")),
                row.getInt("buyer_id"),
                row.getInt("creator_id"),
                Rows.integer(row, "buyer_company_id"),
                Rows.integer(row, "vendor_id"),
                row.getInt("product_version_id"),
                row.getString("product_name"),
                row.getString("plan_name"),
                row.getInt("subscription_id"),
                Rows.integer(row, "cloud_provider_id"),
                row.getString("external_reference"),
                row.getString("currency"),
                row.getBigDecimal("net"),
                row.getBigDecimal("vat"),
                row.getBigDecimal("total"),
                Rows.integer(row, "approved_by"),
                Rows.instant(row, "approved_at"),
                Rows.instant(row, "created_at"),
                json.read(row.getString("subscriptions"), SUBSCRIPTIONS),
                Rows.integer(row, "reseller_id"),
                Rows.integer(row, "distributor_id"),
                Rows.instant(row, "begins"),
                row.getString("rejection_reason"),
                row.getBoolean("opens"),
                json.read(row.getString("items"), ITEMS),
                row.getBoolean("unpaid_change"));
    }
}
