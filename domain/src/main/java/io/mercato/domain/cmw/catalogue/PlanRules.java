package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a plan must be like, so that everybody who reads it later can rely on it. */
public final class PlanRules {
    /** Months that a plan may be billed by. */
    public static final Set<Integer> BILLING_PERIODS = Set.of(1, 3, 6, 12, 24);

    private PlanRules() {}

    /** Throws a REJECTED error that names every field that breaks a rule. */
    public static void check(ProductType type, ProductVersion plan) {
        List<ErrorHolder> broken = new ArrayList<>();
        checkDuration(plan, broken);
        checkTrial(plan, broken);
        checkMachine(type, plan, broken);
        if (!broken.isEmpty()) {
            throw new MercatoException(ErrorKind.REJECTED, broken, null);
        }
    }

    private static void checkDuration(ProductVersion plan, List<ErrorHolder> broken) {
        if (plan.billingPeriod() != null && !BILLING_PERIODS.contains(plan.billingPeriod())) {
            broken.add(Errors.fieldHolder("billingPeriod", "must be 1, 3, 6, 12 or 24 months"));
        }
        if (plan.billingPeriod() != null && plan.lifespan() != null) {
            broken.add(Errors.fieldHolder("lifespan", "a plan that is billed by periods has none"));
        }
    }

    private static void checkTrial(ProductVersion plan, List<ErrorHolder> broken) {
        if (plan.trial() != Trial.NOT_ALLOWED && plan.trialLength() == null) {
            broken.add(Errors.fieldHolder("trialLength", "a trial has a length in days"));
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
