package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan must be like, so that everybody who reads it later can rely on it. */
public final class PlanRules {
    /** Months that a plan may be billed by. */
    public static final Set<Integer> BILLING_PERIODS = Set.of(1, 3, 6, 12, 24);

    /** Billing periods. */
    public static final int LONGEST_MINIMUM_DURATION = 120;

    /** Hours: ten years. */
    public static final int LONGEST_LIFESPAN = 87_600;

    /** Days: ten years. */
    public static final int LONGEST_TRIAL = 3_650;

    private static final long HOURS_PER_DAY = 24;

    private PlanRules() {}

    /** Throws a REJECTED error that names every field that breaks a rule. */
    public static void check(ProductType type, ProductVersion plan) {
        List<ErrorHolder> broken = new ArrayList<>();
        checkDuration(plan, broken);
        // What a bundle costs follows from what is in it: until then its kind is not known.
        if (type != ProductType.BUNDLE) {
            checkPayment(plan, broken);
            checkTrialOfKind(plan, broken);
        }
        checkTrialLength(plan, broken);
        checkMachine(type, plan, broken);
        if (!broken.isEmpty()) {
            throw new MercatoException(ErrorKind.REJECTED, broken, null);
        }
    }

    private static void checkDuration(ProductVersion plan, List<ErrorHolder> broken) {
        boolean billedByPeriods = plan.billingPeriod() != null;
        if (billedByPeriods && !BILLING_PERIODS.contains(plan.billingPeriod())) {
            broken.add(Errors.fieldHolder("billingPeriod", "must be 1, 3, 6, 12 or 24 months"));
        }
        if (billedByPeriods && plan.lifespan() != null) {
            broken.add(Errors.fieldHolder("lifespan", "a plan with a billingPeriod has none"));
        }
        if (!billedByPeriods && plan.autoRenewable()) {
            broken.add(Errors.fieldHolder("autoRenewable", "only a plan with a billingPeriod is renewed"));
        }
        if (!billedByPeriods && plan.minimumDuration() != null) {
            broken.add(Errors.fieldHolder("minimumDuration", "only a plan with a billingPeriod has one"));
        }
        requireAtMost("minimumDuration", plan.minimumDuration(), LONGEST_MINIMUM_DURATION, broken);
        requireAtMost("lifespan", plan.lifespan(), LONGEST_LIFESPAN, broken);
        requireAtMost("trialLength", plan.trialLength(), LONGEST_TRIAL, broken);
    }

    private static void requireAtMost(String field, @Nullable Integer value, int most, List<ErrorHolder> broken) {
        if (value != null && value > most) {
            broken.add(Errors.fieldHolder(field, "must be " + most + " or less"));
        }
    }

    private static void checkPayment(ProductVersion plan, List<ErrorHolder> broken) {
        if (PlanKind.of(plan) != PlanKind.CONTACT_FORM) {
            return;
        }
        if (plan.setupFee().signum() != 0) {
            broken.add(Errors.fieldHolder("setupFee", "a plan by contact form has no price, and no set-up fee"));
        }
        if (!plan.paymentGateways().isEmpty()) {
            broken.add(Errors.fieldHolder("paymentGateways", "a plan by contact form is not paid here"));
        }
        if (plan.coupons() == CouponConfiguration.MANDATORY) {
            broken.add(Errors.fieldHolder("couponConfiguration", "a plan by contact form needs no coupon"));
        }
    }

    private static void checkTrialOfKind(ProductVersion plan, List<ErrorHolder> broken) {
        if (plan.trial() == Trial.NOT_ALLOWED) {
            return;
        }
        switch (PlanKind.of(plan)) {
            case CONTACT_FORM -> broken.add(Errors.fieldHolder("trial", "a plan by contact form cannot be tried"));
            case FREE -> broken.add(Errors.fieldHolder("trial", "a free plan needs none"));
            case SHORT, RENEWABLE, EVERLASTING -> {}
        }
    }

    private static void checkTrialLength(ProductVersion plan, List<ErrorHolder> broken) {
        if (plan.trial() == Trial.NOT_ALLOWED) {
            return;
        }
        if (plan.trialLength() == null) {
            broken.add(Errors.fieldHolder("trialLength", "a trial has a length in days"));
        } else if (plan.lifespan() != null && plan.trialLength() * HOURS_PER_DAY > plan.lifespan()) {
            broken.add(Errors.fieldHolder("trialLength", "a trial ends before the plan does"));
        }
    }

    /** A plan may be drafted without its machine, but not published. */
    private static void checkMachine(ProductType type, ProductVersion plan, List<ErrorHolder> broken) {
        if (!type.runsOnMachine()) {
            if (plan.virtualMachineConfigurationId() != null || plan.cloudProviderId() != null) {
                broken.add(Errors.fieldHolder("cloudProvider", "a product of type " + type + " runs on no cloud"));
            }
            return;
        }
        if (plan.published() && plan.cloudProviderId() == null) {
            broken.add(Errors.fieldHolder("cloudProvider", "a published plan says where its machine runs"));
        }
        if (plan.published() && plan.virtualMachineConfigurationId() == null) {
            broken.add(Errors.fieldHolder("virtualMachineConfiguration", "a published plan says what its machine is"));
        }
    }
}
