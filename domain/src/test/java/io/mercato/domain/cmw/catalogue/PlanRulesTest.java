package io.mercato.domain.cmw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanRulesTest {
    private static final List<BigDecimal> PRICES = Arrays.asList(null, BigDecimal.ZERO, BigDecimal.TEN);

    /** Each combination of price, time, trial and coupon: the broken fields are those of a table of its own. */
    @Test
    void every_combination_is_a_plan_or_says_which_fields_break_a_rule() {
        List<PlanSample> all = all();
        Set<PlanKind> kinds = new TreeSet<>();

        for (PlanSample sample : all) {
            Set<String> broken = broken(ProductType.SYNDICATED, sample.plan());
            assertThat(broken).as(sample.toString()).isEqualTo(expected(sample));
            if (broken.isEmpty()) {
                kinds.add(PlanKind.of(sample.plan()));
            }
        }

        assertThat(all).hasSize(20_736);
        assertThat(kinds).as("each kind can be made").containsExactly(PlanKind.values());
    }

    private static Set<String> expected(PlanSample plan) {
        Set<String> fields = new TreeSet<>();
        boolean periods = plan.billingPeriod() != null;
        boolean ends = plan.lifespan() != null;
        boolean contact = plan.price() == null;
        boolean free = !ends && isZero(plan.price()) && isZero(plan.setupFee());
        boolean tried = plan.trial() != Trial.NOT_ALLOWED;
        if (Integer.valueOf(5).equals(plan.billingPeriod())) {
            fields.add("billingPeriod");
        }
        if (periods && ends) {
            fields.add("lifespan");
        }
        if (plan.autoRenewable() && !periods) {
            fields.add("autoRenewable");
        }
        if (plan.minimumDuration() != null && !periods) {
            fields.add("minimumDuration");
        }
        if (contact && plan.setupFee().signum() != 0) {
            fields.add("setupFee");
        }
        if (contact && !plan.gateways().isEmpty()) {
            fields.add("paymentGateways");
        }
        if (contact && plan.coupons() == CouponConfiguration.MANDATORY) {
            fields.add("couponConfiguration");
        }
        if (tried && (contact || free)) {
            fields.add("trial");
        }
        if (tried && (plan.trialLength() == null || ends && Integer.valueOf(3).equals(plan.trialLength()))) {
            fields.add("trialLength");
        }
        return fields;
    }

    private static List<PlanSample> all() {
        List<PlanSample> all = new ArrayList<>();
        for (BigDecimal price : PRICES) {
            for (BigDecimal setupFee : List.of(BigDecimal.ZERO, BigDecimal.ONE)) {
                for (Integer period : Arrays.asList(null, 1, 5)) {
                    for (Integer lifespan : Arrays.asList(null, 48)) {
                        for (Integer minimum : Arrays.asList(null, 2)) {
                            withTrials(
                                    all,
                                    new PlanSample(
                                            price,
                                            setupFee,
                                            period,
                                            lifespan,
                                            minimum,
                                            false,
                                            Trial.NOT_ALLOWED,
                                            null,
                                            CouponConfiguration.ALLOWED,
                                            List.of(),
                                            true,
                                            null,
                                            null));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static void withTrials(List<PlanSample> all, PlanSample plan) {
        for (boolean renewable : new boolean[] {true, false}) {
            for (Trial trial : Trial.values()) {
                for (Integer length : Arrays.asList(null, 1, 2, 3)) {
                    for (CouponConfiguration coupons : CouponConfiguration.values()) {
                        for (List<PaymentGateway> gateways : List.of(
                                List.<PaymentGateway>of(),
                                List.of(PaymentGateway.STRIPE),
                                List.of(PaymentGateway.IBAN, PaymentGateway.MANUAL),
                                List.of(PaymentGateway.values()))) {
                            all.add(new PlanSample(
                                    plan.price(),
                                    plan.setupFee(),
                                    plan.billingPeriod(),
                                    plan.lifespan(),
                                    plan.minimumDuration(),
                                    renewable,
                                    trial,
                                    length,
                                    coupons,
                                    gateways,
                                    true,
                                    null,
                                    null));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProductType.class)
    void a_plan_of_a_machine_that_is_shown_says_where_it_runs_and_others_run_nowhere(ProductType type) {
        for (Integer cloud : Arrays.asList(null, 7)) {
            for (Integer machine : Arrays.asList(null, 8)) {
                for (boolean published : new boolean[] {true, false}) {
                    ProductVersion plan =
                            PlanSample.MONTHLY.on(cloud, machine, published).plan();
                    Set<String> fields = new TreeSet<>();
                    if (type.runsOnMachine() && published && cloud == null
                            || !type.runsOnMachine() && (cloud != null || machine != null)) {
                        fields.add("cloudProvider");
                    }
                    if (type.runsOnMachine() && published && machine == null) {
                        fields.add("virtualMachineConfiguration");
                    }
                    assertThat(broken(type, plan)).as(type + " " + plan).isEqualTo(fields);
                }
            }
        }
    }

    @Test
    void a_bundle_without_a_price_of_its_own_is_no_plan_by_contact_form() {
        PlanSample bundle = new PlanSample(
                null,
                BigDecimal.ZERO,
                1,
                null,
                null,
                true,
                Trial.ALLOWED,
                14,
                CouponConfiguration.MANDATORY,
                List.of(PaymentGateway.STRIPE),
                true,
                null,
                null);

        assertThat(broken(ProductType.BUNDLE, bundle.plan())).isEmpty();
        assertThat(broken(ProductType.SYNDICATED, bundle.plan()))
                .containsExactly("couponConfiguration", "paymentGateways", "trial");
    }

    @Test
    void no_plan_lasts_longer_than_ten_years() {
        assertThat(broken(ProductType.SYNDICATED, lasting(1, 120, null, 3_650))).isEmpty();
        assertThat(broken(ProductType.SYNDICATED, lasting(1, 121, null, 3_651)))
                .containsExactly("minimumDuration", "trialLength");
        assertThat(broken(ProductType.SYNDICATED, lasting(null, null, 87_600, 1)))
                .isEmpty();
        assertThat(broken(ProductType.SYNDICATED, lasting(null, null, Integer.MAX_VALUE, 1)))
                .containsExactly("lifespan");
    }

    private static ProductVersion lasting(
            @Nullable Integer period, @Nullable Integer minimum, @Nullable Integer lifespan, int trial) {
        return new PlanSample(
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        period,
                        lifespan,
                        minimum,
                        period != null,
                        Trial.ALLOWED,
                        trial,
                        CouponConfiguration.ALLOWED,
                        List.of(),
                        true,
                        null,
                        null)
                .plan();
    }

    @Test
    void the_kind_follows_from_price_and_time() {
        assertThat(kind(null, 0, 1, null)).isEqualTo(PlanKind.CONTACT_FORM);
        assertThat(kind(BigDecimal.ZERO, 0, 1, null)).isEqualTo(PlanKind.FREE);
        assertThat(kind(BigDecimal.ZERO, 5, 1, null)).isEqualTo(PlanKind.RENEWABLE);
        assertThat(kind(BigDecimal.TEN, 0, 12, null)).isEqualTo(PlanKind.RENEWABLE);
        assertThat(kind(BigDecimal.TEN, 0, null, null)).isEqualTo(PlanKind.EVERLASTING);
        assertThat(kind(BigDecimal.ZERO, 0, null, 48)).isEqualTo(PlanKind.SHORT);
    }

    private static boolean isZero(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() == 0;
    }

    private static PlanKind kind(
            @Nullable BigDecimal price, int setupFee, @Nullable Integer period, @Nullable Integer lifespan) {
        return PlanKind.of(new PlanSample(
                        price,
                        BigDecimal.valueOf(setupFee),
                        period,
                        lifespan,
                        null,
                        false,
                        Trial.NOT_ALLOWED,
                        null,
                        CouponConfiguration.ALLOWED,
                        List.of(),
                        true,
                        null,
                        null)
                .plan());
    }

    /** The fields that the error names, each once. */
    private static Set<String> broken(ProductType type, ProductVersion plan) {
        try {
            PlanRules.check(type, plan);
            return Set.of();
        } catch (MercatoException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
            List<String> fields = e.holders().stream()
                    .map(holder -> holder.extraFields().get("field"))
                    .toList();
            assertThat(fields).doesNotHaveDuplicates();
            return new TreeSet<>(fields);
        }
    }
}
