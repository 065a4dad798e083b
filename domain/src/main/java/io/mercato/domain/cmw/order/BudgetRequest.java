package io.mercato.domain.cmw.order;

import io.mercato.domain.error.MercatoException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody wants to know the price of.
 *
 * @param hours in a month that the machine is expected to run; null for all
 * @param iaas whether the cloud's costs are wanted, or those alone
 */
public record BudgetRequest(
        OrderRequest order, @Nullable Integer hours, PropertyFilter iaas, PayPerUseCosts payPerUse) {
    /** What an estimate calls the fields of an order. */
    private static final Map<String, String> NAMES = Map.of(
            "productVersion", "productVersionId",
            "cloudProvider", "providerId",
            "cloudCredential", "credentialId",
            "bandwidthPricing", "bandwidthPricingId",
            "start", "from");

    /** What an order is refused with, as it reads for who asked for an estimate: his fields have other names. */
    public static MercatoException refusal(MercatoException ofOrder) {
        return new MercatoException(
                ofOrder.kind(),
                ofOrder.holders().stream().map(holder -> holder.calling(NAMES)).toList(),
                ofOrder);
    }

    public Assumptions assumptions() {
        return new Assumptions(hours, iaas != PropertyFilter.EXCLUDED);
    }
}
