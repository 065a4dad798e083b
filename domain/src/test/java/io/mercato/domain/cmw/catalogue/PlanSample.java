package io.mercato.domain.cmw.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan, of which a test says what matters to it. */
record PlanSample(
        @Nullable BigDecimal price,
        BigDecimal setupFee,
        @Nullable Integer billingPeriod,
        @Nullable Integer lifespan,
        @Nullable Integer minimumDuration,
        boolean autoRenewable,
        Trial trial,
        @Nullable Integer trialLength,
        CouponConfiguration coupons,
        List<PaymentGateway> gateways,
        boolean published,
        @Nullable Integer cloud,
        @Nullable Integer machine) {
    static final PlanSample MONTHLY = new PlanSample(
            BigDecimal.TEN,
            BigDecimal.ZERO,
            1,
            null,
            null,
            true,
            Trial.NOT_ALLOWED,
            null,
            CouponConfiguration.ALLOWED,
            List.of(),
            true,
            null,
            null);

    ProductVersion plan() {
        return new ProductVersion(
                1,
                2,
                "Basic",
                null,
                "",
                price,
                setupFee,
                billingPeriod,
                minimumDuration,
                lifespan,
                autoRenewable,
                true,
                false,
                trial,
                trialLength,
                IaasBilling.PRE_PAID,
                cloud,
                machine,
                null,
                null,
                null,
                false,
                published,
                0,
                coupons,
                gateways,
                null,
                null,
                false,
                null);
    }

    PlanSample on(@Nullable Integer onCloud, @Nullable Integer onMachine, boolean shown) {
        return new PlanSample(
                price,
                setupFee,
                billingPeriod,
                lifespan,
                minimumDuration,
                autoRenewable,
                trial,
                trialLength,
                coupons,
                gateways,
                shown,
                onCloud,
                onMachine);
    }
}
