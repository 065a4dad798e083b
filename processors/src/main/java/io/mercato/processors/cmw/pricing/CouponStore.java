package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponAccess;
import io.mercato.domain.cmw.coupon.CouponChange;
import io.mercato.domain.cmw.coupon.CouponType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Coupons: seen and changed by who made them, and by administrators. */
@Component("couponStore")
public class CouponStore implements ResourceStore<Coupon> {
    private static final String TABLE = "cmw.coupon";
    /** The redemptions of coupon {@code c} whose orders did not come to nothing. */
    private static final String REDEMPTIONS = redemptionsOf("c.id");

    private static final String WHAT = "c.*, c.product_version_id as plan_id, (select count(*)" + REDEMPTIONS
            + ") as uses, (select coalesce(sum(r.granted), 0)" + REDEMPTIONS + ") as granted";

    private final Tables tables;

    public CouponStore(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Coupon> list(Principal principal, Filter filter, PageRequest page) {
        String type = filter.text("type");
        Boolean unused = filter.flag("unused");
        Selection<Coupon> selection = seenBy(principal)
                .where("c.created_at >= :after", "after", Rows.at(filter.instant("createdAfter")))
                .where(
                        "c.product_id = :product or exists (select from cmw.product_version v"
                                + " where v.id = c.product_version_id and v.product_id = :product)",
                        "product",
                        filter.integer("product"))
                .where("c.reusable = :reusable", "reusable", filter.flag("reusable"))
                .where(
                        "c.type = :type",
                        "type",
                        type == null ? null : CouponType.ofText(type).name());
        if (unused != null) {
            selection.where((unused ? "not " : "") + "exists (select" + REDEMPTIONS + ")");
        }
        return selection.page(page, "c.id desc");
    }

    @Override
    public Coupon get(Principal principal, int id) {
        return seenBy(principal).where("c.id = :id", "id", id).first().orElseThrow(() -> Errors.notFound("coupon", id));
    }

    /** By its hash or its code: who knows it may see what it grants. */
    public Coupon byHash(Principal principal, String name) {
        return find(name)
                .map(coupon -> CouponAccess.maySee(principal, coupon.companyId()) ? coupon : coupon.reduced())
                .orElseThrow(() -> Errors.notFound("coupon with hash", name));
    }

    Optional<Coupon> find(String name) {
        return select().where("c.hash = :name or lower(c.code) = lower(:name)", "name", name.strip())
                .first();
    }

    /** How often somebody has used it. */
    int usesBy(int coupon, int user) {
        return tables.jdbc()
                .sql("select count(*)" + redemptionsOf(":coupon") + " and r.user_id = :user")
                .param("coupon", coupon)
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    /** Holds it until the end of the transaction: of two that use it side by side the second one sees the first. */
    public void lock(String name) {
        tables.jdbc()
                .sql("select id from cmw.coupon where not deleted and (hash = :name or lower(code) = lower(:name))"
                        + " for no key update")
                .param("name", name.strip())
                .query(Integer.class)
                .list();
    }

    /** The coupon that a subscription was ordered with, as long as it has that plan; one that was deleted since, too. */
    Optional<Coupon> ofSubscription(int subscription, int plan) {
        return tables.select(Coupon.class, WHAT, TABLE + " c")
                .where(
                        "c.id in (select r.coupon_id from cmw.coupon_redemption r join cmw.\"order\" o on o.id = r.order_id"
                                + " where r.subscription_id = :subscription and o.product_version_id = :plan)")
                .with("subscription", subscription)
                .with("plan", plan)
                .first();
    }

    @Override
    public Coupon create(Principal principal, Coupon coupon) {
        int id = tables.columns(TABLE)
                .set("type", coupon.type())
                .set("company_id", coupon.companyId())
                .set("seller_id", coupon.sellerId())
                .set("code", coupon.code())
                .set("hash", coupon.hash())
                .set("percentage", coupon.percentage())
                .set("new_price", coupon.newPrice())
                .set("days", coupon.days())
                .set("destination", coupon.destination())
                .set("product_id", coupon.productId())
                .set("product_version_id", coupon.planId())
                .set("reusable", coupon.reusable())
                .set("expiration_date", Rows.at(coupon.expirationDate()))
                .set("plafond", coupon.plafond())
                .set("email", coupon.email())
                .set("created_at", Rows.at(coupon.createdAt()))
                .insert();
        return get(principal, id);
    }

    /** What it grants never changes: whom it is for and its limits may. */
    @Override
    public Coupon update(Principal principal, int id, Coupon coupon) {
        requireWritable(principal, id);
        tables.columns(TABLE)
                .set("email", coupon.email())
                .set("expiration_date", Rows.at(coupon.expirationDate()))
                .set("plafond", coupon.plafond())
                .update(id);
        return get(principal, id);
    }

    public void change(Principal principal, int id, CouponChange change) {
        update(principal, id, change.of(get(principal, id)));
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.columns(TABLE).set("deleted", true).update(id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!CouponAccess.mayWrite(principal, get(principal, id).companyId())) {
            throw Errors.forbidden();
        }
    }

    private static String redemptionsOf(String coupon) {
        return " from cmw.coupon_redemption r join cmw.subscription s on s.id = r.subscription_id"
                + " where r.coupon_id = " + coupon + " and s.status not in ('REJECTED', 'PAYMENT_EXPIRED')";
    }

    private Selection<Coupon> seenBy(Principal who) {
        return select().where(":staff or c.company_id = :own")
                .with("staff", who.role().isStaff())
                .with(
                        "own",
                        CouponAccess.maySee(who, who.companyId()) && who.companyId() != null ? who.companyId() : 0);
    }

    private Selection<Coupon> select() {
        return tables.select(Coupon.class, WHAT, TABLE + " c").where("not c.deleted");
    }
}
