package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.order.OfferPrices;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.pricing.CloudPrices;
import io.mercato.domain.error.Errors;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a plan costs a buyer besides its licence and its set-up fee. */
@Component
public class OfferPricesReader {
    private final JdbcClient jdbc;
    private final PlanItems items;
    private final CloudPriceReader clouds;
    private final CouponStore coupons;

    public OfferPricesReader(JdbcClient jdbc, PlanItems items, CloudPriceReader clouds, CouponStore coupons) {
        this.jdbc = jdbc;
        this.items = items;
        this.clouds = clouds;
        this.coupons = coupons;
    }

    /** Holds the coupon until the end of the transaction, so that of two orders with it one sees the other. */
    public void reserve(OrderRequest request) {
        if (request.couponHash() != null) {
            coupons.lock(request.couponHash());
        }
    }

    public OfferPrices of(OrderRequest request, int userId) {
        String name = request.couponHash();
        Coupon coupon =
                name == null || name.isBlank() ? null : coupons.find(name).orElse(null);
        int uses = coupon == null ? 0 : coupons.usesBy(coupon.id(), userId);
        return jdbc.sql("""
                        select v.iaas_billing, v.coupons, p.type, c.id as provider_id, i.id as instance_type_id,
                            i.name as flavor, f.operating_system, f.disk_space, u.email, seller.id as seller_id
                        from cmw.product_version v join cmw.product p on p.id = v.product_id
                            left join cmw."user" u on u.id = :user
                            left join cmw.company own on own.id = u.company_id
                            left join cmw.company seller on seller.id = own.parent_id and seller.kind = 'RESELLER'
                            left join cmw.virtual_machine_configuration f on f.id = v.virtual_machine_configuration_id
                            left join cmw.instance_type i on i.id = v.instance_type_id
                            left join cmw.cloud_provider c on c.id = i.cloud_provider_id
                        where v.id = :plan
                        """)
                .param("plan", request.planId())
                .param("user", userId)
                .query((row, index) -> new OfferPrices(
                        items.of(request.planId()),
                        cloud(row, request),
                        IaasBilling.valueOf(row.getString("iaas_billing")),
                        CouponConfiguration.valueOf(row.getString("coupons")),
                        coupon,
                        uses,
                        Rows.integer(row, "seller_id"),
                        row.getString("email")))
                .optional()
                .orElseGet(OfferPrices::plain);
    }

    /** An application has a data disk, a bare machine has none. */
    private CloudPrices cloud(ResultSet row, OrderRequest request) throws SQLException {
        Integer provider = Rows.integer(row, "provider_id");
        ProductType type = ProductType.valueOf(row.getString("type"));
        if (provider == null || row.getString("operating_system") == null || !type.runsOnMachine()) {
            if (request.bandwidthPricingId() != null && type != ProductType.BUNDLE) {
                throw Errors.unknownReference("bandwidthPricing", "bandwidthPricing/" + request.bandwidthPricingId());
            }
            return null;
        }
        return clouds.of(new CloudPriceReader.Machine(
                provider,
                row.getInt("instance_type_id"),
                row.getString("flavor"),
                row.getString("operating_system"),
                type == ProductType.MANAGED ? row.getInt("disk_space") : 0,
                request.bandwidthPricingId()));
    }
}
