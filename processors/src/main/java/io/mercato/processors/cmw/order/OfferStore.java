package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.order.BundledOffer;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OfferPrices;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.money.Money;
import io.mercato.processors.cmw.pricing.OfferPricesReader;
import io.mercato.processors.sql.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that an order is decided by, in one statement. */
@Component
public class OfferStore {
    private static final String SELECT = """
            select v.id as plan_id, coalesce(nullif(v.translations #>> array[reader.language, 'name'], ''), v.name) as plan_name, v.price, v.setup_fee, v.billing_period, v.lifespan,
                   v.auto_renewable, v.unkillable, v.trial, v.trial_length, v.published,
                   v.deleted or p.deleted as removed,
                   p.id as product_id,
                   coalesce(nullif(p.translations #>> array[reader.language, 'name'], ''), p.name) as product_name,
                   p.type as product_type, p.company_id as vendor_id,
                   p.subscription_approval, p.subscriptions_per_product,
                   m.currency, m.vat, m.company_id as issuer_id,
                   c.id as provider_id, c.enabled as provider_enabled, c.user_names,
                   i.name as flavor, f.image, f.operating_system, f.disk_space, f.application_port,
                   f.application_login,
                   coalesce(own.id, standard.id) as credential_id,
                   u.id as user_id, u.company_id as user_company_id, u.public_key,
                   (select count(*) from cmw.subscription s where s.product_id = p.id and s.type = 'TRIAL'
                        and (s.buyer_id = u.id or s.buyer_company_id = u.company_id)) as trials,
                   (select count(*) from cmw.subscription s where s.product_id = p.id and s.buyer_id = u.id
                        and s.type <> 'SANDBOX' and s.status not in ('UNDEPLOYED', 'REJECTED', 'PAYMENT_EXPIRED')) as subscriptions,
                   (select count(*) from cmw.subscription s where s.product_id = p.id
                        and s.buyer_company_id = u.company_id
                        and s.type <> 'SANDBOX' and s.status not in ('UNDEPLOYED', 'REJECTED', 'PAYMENT_EXPIRED')) as company_subscriptions
            from cmw.product_version v
                join cmw.product p on p.id = v.product_id
                left join cmw."user" u on u.id = :user
                cross join lateral (select coalesce(cast(:language as text), u.language) as language) reader
                cross join (select * from cmw.marketplace order by id limit 1) m
                left join cmw.virtual_machine_configuration f on f.id = v.virtual_machine_configuration_id
                left join cmw.instance_type i on i.id = v.instance_type_id
                left join cmw.cloud_provider c on c.id = i.cloud_provider_id
                    and (cast(:provider as int) is null or c.id = :provider)
                left join cmw.cloud_credential own on own.id = :credential and own.cloud_provider_id = c.id
                    and own.secret is not null and (own.user_id = u.id or own.company_id = u.company_id)
                    and p.cloud_credentials_support <> 'DISABLED'
                left join cmw.cloud_credential standard on standard.cloud_provider_id = c.id and standard.is_default
                    and standard.secret is not null and cast(:credential as int) is null
                    and p.cloud_credentials_support <> 'ENFORCED'
            where v.id = :plan
            """;

    private static final String PARTS = """
            select b.plan_id, b.discount, p.type,
                array(select l.configuration_parameter_id from cmw.product_version_parameter l
                    join cmw.configuration_parameter c on c.id = l.configuration_parameter_id and not c.removed
                    where l.product_version_id = b.plan_id) as parameters
            from cmw.bundled_plan b join cmw.product_version v on v.id = b.plan_id
                join cmw.product p on p.id = v.product_id
            where b.bundle_plan_id = ? order by b.plan_id
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final OfferPricesReader prices;

    public OfferStore(JdbcClient jdbc, Rows rows, OfferPricesReader prices) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.prices = prices;
    }

    /**
     * Holds until the end of the transaction what a buyer, or his company, may have only so many of: two orders side by
     * side would each see none. Trials, products with a limit, and coupons.
     */
    public void reserve(OrderRequest request, int userId) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('order-of-product-' || p.id || '-by-'
                                || coalesce('company-' || u.company_id, 'user-' || u.id), 0))
                        from (select distinct p.id from cmw.product_version v join cmw.product p on p.id = v.product_id
                                where (v.id = :plan
                                        or v.id in (select b.plan_id from cmw.bundled_plan b where b.bundle_plan_id = :plan))
                                    and (:trial or p.subscriptions_per_product <> 'UNLIMITED')
                                order by p.id) p
                            join cmw."user" u on u.id = :user
                        """)
                .param("user", userId)
                .param("plan", request.planId())
                .param("trial", request.type() == OrderType.TRIAL)
                .query((row, index) -> true)
                .list();
        prices.reserve(request);
    }

    /**
     * REJECTED when it names a cloud provider that does not exist, or a credential that is not the buyer's or his company's:
     * also of what runs on no cloud.
     *
     * @param userId as below
     */
    public void requireReferences(OrderRequest request, int userId) {
        if (request.providerId() != null && !exists("cmw.cloud_provider r where r.id = ?", request.providerId())) {
            throw Errors.unknownReference("cloudProvider", "cloudProvider/" + request.providerId());
        }
        if (request.credentialId() != null
                && !exists(
                        "cmw.cloud_credential r left join cmw.\"user\" u on u.id = ?"
                                + " where r.id = ? and (r.user_id = u.id or r.company_id = u.company_id)",
                        userId,
                        request.credentialId())) {
            throw Errors.unknownReference("cloudCredential", "cloudCredential/" + request.credentialId());
        }
    }

    private boolean exists(String what, Object... values) {
        return jdbc.sql("select exists (select from " + what + ")")
                .params(values)
                .query(Boolean.class)
                .single();
    }

    /**
     * The orders that one comes to, of each of which a vendor may be asked: itself, and with a bundle what it asks of each
     * plan that is in it. A bundle has no sandbox: nobody is asked about what is in it.
     *
     * @param userId as below
     */
    public List<OrderRequest> requests(OrderRequest request, int userId) {
        boolean bundle = request.type() != OrderType.SANDBOX
                && jdbc.sql("select exists (select from cmw.bundled_plan where bundle_plan_id = ?)")
                        .param(request.planId())
                        .query(Boolean.class)
                        .single();
        Offer offer = bundle ? find(request, userId) : null;
        if (offer == null || !offer.isThereFor(request.type())) {
            return List.of(request);
        }
        List<OrderRequest> all = new ArrayList<>(List.of(BundledOffer.withoutParts(request)));
        all.addAll(BundledOffer.requests(offer.parts(), request));
        return all;
    }

    /**
     * Null when there is no such plan.
     *
     * @param userId the buyer; 0 for a visitor who asks what it would cost
     */
    public Offer find(OrderRequest request, int userId) {
        return find(request, userId, null);
    }

    /** @param language that its names are in; null for the buyer's */
    public Offer find(OrderRequest request, int userId, String language) {
        OfferPrices extras = prices.of(request, userId);
        Offer offer = jdbc.sql(SELECT)
                .param("plan", request.planId())
                .param("user", userId)
                .param("language", language)
                .param("provider", request.providerId())
                .param("credential", request.credentialId())
                .query((row, index) -> offer(row, extras))
                .optional()
                .orElse(null);
        return offer != null && offer.isBundle()
                ? offer.holding(parts(request, userId, language), had(offer.productId(), offer.buyer()))
                : offer;
    }

    private List<BundledOffer> parts(OrderRequest request, int userId, String language) {
        record Row(int plan, BigDecimal discount, ProductType type, Set<Integer> parameters) {}
        return jdbc
                .sql(PARTS)
                .param(request.planId())
                .query((row, index) -> new Row(
                        row.getInt("plan_id"),
                        row.getBigDecimal("discount"),
                        ProductType.valueOf(row.getString("type")),
                        Set.of((Integer[]) row.getArray("parameters").getArray())))
                .list()
                .stream()
                .map(part -> new BundledOffer(
                        find(BundledOffer.request(request, part.plan(), part.type()), userId, language),
                        part.discount(),
                        part.parameters()))
                .toList();
    }

    /** The same buyer with what he, or his company, has of a bundle: it is there as long as something that was in it is. */
    private Offer.Buyer had(int bundle, Offer.Buyer buyer) {
        return jdbc.sql("""
                        select count(distinct o.id) filter (where s.buyer_id = :user) as subscriptions,
                            count(distinct o.id) filter (where s.buyer_company_id = cast(:company as int)) as company_subscriptions
                        from cmw.subscription s join cmw."order" o on o.id = s.bundle_order_id
                            join cmw.product_version v on v.id = o.product_version_id
                        where v.product_id = :bundle
                            and (s.buyer_id = :user or s.buyer_company_id = cast(:company as int))
                            and s.status not in ('UNDEPLOYED', 'REJECTED', 'PAYMENT_EXPIRED')
                        """)
                .param("bundle", bundle)
                .param("user", buyer.userId())
                .param("company", buyer.companyId())
                .query((row, index) -> new Offer.Buyer(
                        buyer.userId(),
                        buyer.companyId(),
                        buyer.publicKey(),
                        buyer.trials(),
                        row.getInt("subscriptions"),
                        row.getInt("company_subscriptions")))
                .single();
    }

    private Offer offer(ResultSet row, OfferPrices extras) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal price = row.getBigDecimal("price");
        return new Offer(
                row.getInt("plan_id"),
                row.getString("plan_name"),
                row.getInt("product_id"),
                row.getString("product_name"),
                ProductType.valueOf(row.getString("product_type")),
                row.getInt("vendor_id"),
                row.getBoolean("published"),
                row.getBoolean("removed"),
                price == null ? null : new Money(price, currency),
                new Money(row.getBigDecimal("setup_fee"), currency),
                row.getBigDecimal("vat"),
                Rows.integer(row, "billing_period"),
                Rows.integer(row, "lifespan"),
                row.getBoolean("auto_renewable"),
                row.getBoolean("unkillable"),
                Trial.valueOf(row.getString("trial")),
                Rows.integer(row, "trial_length"),
                row.getBoolean("subscription_approval"),
                SubscriptionsPerProduct.valueOf(row.getString("subscriptions_per_product")),
                row.getInt("issuer_id"),
                machine(row),
                buyer(row),
                extras,
                List.of());
    }

    private Offer.Machine machine(ResultSet row) throws SQLException {
        Integer provider = Rows.integer(row, "provider_id");
        if (provider == null || row.getString("image") == null) {
            return null;
        }
        String loginUser = rows.texts(row, "user_names").getOrDefault(row.getString("operating_system"), "root");
        return new Offer.Machine(
                provider,
                row.getBoolean("provider_enabled"),
                Rows.integer(row, "credential_id"),
                row.getString("flavor"),
                row.getString("image"),
                loginUser,
                row.getInt("disk_space"),
                Rows.integer(row, "application_port"),
                row.getString("application_login"));
    }

    private static Offer.Buyer buyer(ResultSet row) throws SQLException {
        return new Offer.Buyer(
                row.getInt("user_id"),
                Rows.integer(row, "user_company_id"),
                row.getString("public_key"),
                row.getInt("trials"),
                row.getInt("subscriptions"),
                row.getInt("company_subscriptions"));
    }
}
