package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.NewSubscription;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.Placement;
import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.Subscription.InBundle;
import io.mercato.domain.cmw.subscription.Subscription.PendingOperation;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.money.Money;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Visibility;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subscriptions. Whoever changes one holds its row's lock, so that what happens to it happens in one order. */
@Component
public class SubscriptionStore {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    public SubscriptionStore(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One of the subscriptions of a placement; returns its id. */
    public int insert(Placement placement, NewSubscription begun, Instant now) {
        Offer offer = begun.offer();
        Terms terms = begun.terms();
        return jdbc.sql("""
                        insert into cmw.subscription (name, type, status, product_id, product_name, product_type,
                            product_version_id, product_version_name, vendor_id, buyer_id, buyer_company_id, machine,
                            price, currency, vat_rate, billing_period, lifespan, trial_days, unkillable, renewable,
                            auto_renew, paid, created_at, updated_at, reseller_id, distributor_id)
                        values (:name, :type, :status, :product, :productName, :productType, :plan, :planName,
                            :vendor, :buyer, :buyerCompany, cast(:machine as jsonb), :price, :currency, :vatRate,
                            :billingPeriod, :lifespan, :trialDays, :unkillable, :renewable, :autoRenew, :paid, :now,
                            :now, (select parent_id from cmw.company where id = cast(:buyerCompany as int)),
                            (select r.parent_id from cmw.company c join cmw.company r on r.id = c.parent_id
                                where c.id = cast(:buyerCompany as int)))
                        returning id
                        """)
                .param("name", begun.name())
                .param("type", placement.request().type().name())
                .param("status", placement.subscriptionStatus().name())
                .param("product", offer.productId())
                .param("productName", offer.productName())
                .param("productType", offer.productType().name())
                .param("plan", offer.planId())
                .param("planName", offer.planName())
                .param("vendor", offer.vendorId())
                .param("buyer", offer.buyer().userId())
                .param("buyerCompany", offer.buyer().companyId())
                .param("machine", begun.machine() == null ? null : json.write(begun.machine()))
                .param("price", terms.price().amount())
                .param("currency", terms.price().currency())
                .param("vatRate", terms.vatRate())
                .param("billingPeriod", terms.billingPeriod())
                .param("lifespan", terms.lifespan())
                .param("trialDays", terms.trialDays())
                .param("unkillable", terms.unkillable())
                .param("renewable", terms.renewable())
                .param("autoRenew", terms.renewable())
                .param("paid", placement.invoice() == null)
                .param("now", Rows.at(now))
                .query(Integer.class)
                .single();
    }

    /** It was ordered in a bundle, and is so many percent cheaper for it. */
    public void inBundle(int id, int order, BigDecimal discount) {
        jdbc.sql("update cmw.subscription set bundle_order_id = ?, bundle_discount = ? where id = ?")
                .params(order, discount, id)
                .update();
    }

    /** Locks all that an order is about until the end of the transaction: of a bundle several, the first one first. */
    public List<Subscription> lockOf(int order) {
        return jdbc.sql("select s.* from cmw.subscription s where s.id in"
                        + " (select o.subscription_id from cmw.\"order\" o where o.id = :order"
                        + " union select b.id from cmw.subscription b where b.bundle_order_id = :order)"
                        + " order by s.id for update")
                .param("order", order)
                .query(this::subscription)
                .list();
    }

    /** Locks the row until the end of the transaction. NOT_FOUND when there is none. */
    public Subscription lock(int id) {
        return jdbc.sql("select s.* from cmw.subscription s where s.id = ? for update")
                .param(id)
                .query(this::subscription)
                .optional()
                .orElseThrow(() -> Errors.notFound("subscription", id));
    }

    /** NOT_FOUND when there is none, or none that this caller may see. */
    public Subscription get(Principal principal, int id) {
        return Visibility.ofSubscriptions(principal, select())
                .where("s.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("subscription", id));
    }

    /** Locks what this caller may see. */
    public Subscription lockVisible(Principal principal, int id) {
        get(principal, id);
        return lock(id);
    }

    public Page<Subscription> list(Principal principal, Filter filter, PageRequest page) {
        Selection<Subscription> selection = Visibility.ofSubscriptions(principal, select())
                .where("s.id = :id", "id", filter.integer("id"))
                .where("s.id = :subscription", "subscription", filter.integer("subscriptionId"))
                .where("s.created_at >= :from", "from", Rows.at(filter.instant("from")))
                .where("s.created_at < :to", "to", Rows.at(filter.instant("to")))
                .where("s.product_id = :product", "product", filter.integer("product"))
                .where(
                        "s.product_type = :productType",
                        "productType",
                        name(filter.oneOf("productType", ProductType.class)))
                .where("s.status = :status", "status", name(filter.oneOf("status", SubscriptionStatus.class)))
                .where("s.type = :type", "type", name(filter.oneOf("type", OrderType.class)));
        OptionalLong total = SubscriptionTally.of(jdbc, principal, filter);
        return total.isPresent()
                ? selection.page(page, "s.id desc", total.getAsLong())
                : selection.page(page, "s.id desc");
    }

    /** Those that end before this moment, since nothing renews them. */
    public Page<Subscription> expiring(Principal principal, Instant before, PageRequest page) {
        return Visibility.ofSubscriptions(principal, select())
                .where("s.status in ('DEPLOYED', 'STOPPED') and not (s.auto_renew and s.renewable)")
                .where("s.end_date < :before", "before", Rows.at(before))
                .page(page, "s.end_date, s.id");
    }

    /** Keys of what integrators keep at the subscriptions that this caller sees. */
    public List<String> metadataKeys(Principal principal) {
        Selection<String> keys = new Selection<>(
                jdbc,
                (row, index) -> row.getString(1),
                "distinct keys.key",
                "cmw.subscription s cross join lateral jsonb_object_keys(s.metadata) as keys(key)");
        return Visibility.ofSubscriptions(principal, keys).list("keys.key");
    }

    /** What is kept under a key. */
    public List<String> metadataValues(Principal principal, String key) {
        Selection<String> values = new Selection<>(
                jdbc, (row, index) -> row.getString(1), "distinct s.metadata ->> :key as value", "cmw.subscription s");
        return Visibility.ofSubscriptions(principal, values)
                .where("jsonb_exists(s.metadata, :key)", "key", key)
                .list("value");
    }

    /**
     * A transition.
     *
     * @param operationEnds whether nothing is pending any more
     */
    public void move(int id, SubscriptionStatus status, boolean operationEnds) {
        jdbc.sql("update cmw.subscription set revision = revision + 1, status = ?, updated_at = ?,"
                        + " pending_operation = case when ? then null else pending_operation end where id = ?")
                .params(status.name(), now(), operationEnds, id)
                .update();
    }

    public void pending(int id, PendingOperation operation) {
        jdbc.sql(
                        "update cmw.subscription set revision = revision + 1, pending_operation = ?, updated_at = ? where id = ?")
                .params(operation.name(), now(), id)
                .update();
    }

    public void rename(int id, String name) {
        jdbc.sql("update cmw.subscription set revision = revision + 1, name = ?, updated_at = ? where id = ?")
                .params(name, now(), id)
                .update();
    }

    public void autoRenew(int id, boolean autoRenew) {
        jdbc.sql("update cmw.subscription set revision = revision + 1, auto_renew = ?, updated_at = ? where id = ?")
                .params(autoRenew, now(), id)
                .update();
    }

    /** A trial becomes what it was tried for. */
    public void becomePaid(int id, Terms terms) {
        terms(id, terms);
        jdbc.sql("update cmw.subscription set revision = revision + 1, type = 'NORMAL', auto_renew = ?, updated_at = ?"
                        + " where id = ?")
                .params(terms.renewable(), now(), id)
                .update();
    }

    /** What is agreed from now on. */
    public void terms(int id, Terms terms) {
        jdbc.sql("update cmw.subscription set revision = revision + 1, price = :price, billing_period = :period,"
                        + " lifespan = :lifespan, trial_days = :trialDays, unkillable = :unkillable,"
                        + " renewable = :renewable, updated_at = :now where id = :id")
                .param("price", terms.price().amount())
                .param("period", terms.billingPeriod())
                .param("lifespan", terms.lifespan())
                .param("trialDays", terms.trialDays())
                .param("unkillable", terms.unkillable())
                .param("renewable", terms.renewable())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Another plan of its product; a bundle's discount was for the one that was in it. */
    public void plan(int id, int plan, String name) {
        jdbc.sql(
                        "update cmw.subscription set revision = revision + 1, product_version_id = ?,"
                                + " product_version_name = ?, bundle_discount = bundle_discount * 0, updated_at = ? where id = ?")
                .params(plan, name, now(), id)
                .update();
    }

    public void paid(int id, boolean paid) {
        jdbc.sql("update cmw.subscription set revision = revision + 1, paid = ?, updated_at = ? where id = ?")
                .params(paid, now(), id)
                .update();
    }

    /** A period begins; the first one begins the subscription. */
    public void period(int id, Instant start, Instant end) {
        jdbc.sql("update cmw.subscription set revision = revision + 1, period_start = :start, end_date = :end,"
                        + " start_date = coalesce(start_date, :start), updated_at = :now where id = :id")
                .param("start", Rows.at(start))
                .param("end", Rows.at(end))
                .param("now", now())
                .param("id", id)
                .update();
    }

    private java.time.OffsetDateTime now() {
        return Rows.at(clock.instant());
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private Selection<Subscription> select() {
        return new Selection<>(jdbc, this::subscription, "s.*", "cmw.subscription s");
    }

    private Subscription subscription(ResultSet row, int index) throws SQLException {
        String machine = row.getString("machine");
        String pending = row.getString("pending_operation");
        return new Subscription(
                row.getInt("id"),
                row.getString("name"),
                OrderType.valueOf(row.getString("type")),
                SubscriptionStatus.valueOf(row.getString("status")),
                pending == null ? null : PendingOperation.valueOf(pending),
                row.getInt("product_id"),
                row.getString("product_name"),
                ProductType.valueOf(row.getString("product_type")),
                row.getInt("product_version_id"),
                row.getString("product_version_name"),
                row.getInt("vendor_id"),
                row.getInt("buyer_id"),
                Rows.integer(row, "buyer_company_id"),
                machine == null ? null : json.read(machine, MachineSpec.class),
                terms(row),
                row.getBoolean("auto_renew"),
                row.getBoolean("paid"),
                Rows.instant(row, "start_date"),
                Rows.instant(row, "period_start"),
                Rows.instant(row, "end_date"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.integer(row, "reseller_id"),
                Rows.integer(row, "distributor_id"),
                bundle(row));
    }

    private static InBundle bundle(ResultSet row) throws SQLException {
        Integer order = Rows.integer(row, "bundle_order_id");
        return order == null ? null : new InBundle(order, row.getBigDecimal("bundle_discount"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new Money(row.getBigDecimal("price"), row.getString("currency")),
                row.getBigDecimal("vat_rate"),
                Rows.integer(row, "billing_period"),
                Rows.integer(row, "lifespan"),
                Rows.integer(row, "trial_days"),
                row.getBoolean("unkillable"),
                row.getBoolean("renewable"));
    }
}
