package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.catalogue.BundleRules;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A plan that is in a bundle which is ordered.
 *
 * @param offer of it alone
 * @param discount percent on its price
 * @param parameters ids of the configuration parameters that it asks for
 */
public record BundledOffer(Offer offer, BigDecimal discount, Set<Integer> parameters) {
    private static final String ITEM = "billingItem/";
    private static final String NAMED = "bundled";
    private static final String PARAMETER = "configurationParameter/";

    public BundledOffer {
        parameters = Set.copyOf(parameters);
    }

    /** At the price that it has in the bundle; its set-up fee is not discounted. */
    public Offer discounted() {
        Money price = offer.price();
        return price == null
                ? offer
                : offer.at(new Money(BundleRules.discounted(price.amount(), discount), price.currency()));
    }

    /**
     * What of a bundle's order is about a plan that is in it. Where it runs is of no interest to what runs on no machine, and
     * neither coupon nor reference belong to a single plan.
     */
    public static OrderRequest request(OrderRequest whole, int planId, ProductType type) {
        boolean machine = type.runsOnMachine();
        return new OrderRequest(
                planId,
                whole.type(),
                machine ? whole.providerId() : null,
                machine ? whole.credentialId() : null,
                whole.buyerId(),
                null,
                null,
                whole.billingItems(),
                whole.start(),
                machine ? whole.bandwidthPricingId() : null,
                whole.configurationParameters());
    }

    /** The same, with the extra resources that this plan offers, and the values that it asks for. */
    OrderRequest request(OrderRequest whole) {
        OrderRequest all = request(whole, offer.planId(), offer.productType());
        Map<String, Integer> items = new HashMap<>(whole.billingItems());
        items.keySet().removeIf(reference -> !offers(reference));
        Map<Integer, String> values = new HashMap<>(whole.configurationParameters());
        values.keySet().retainAll(parameters);
        return new OrderRequest(
                all.planId(),
                all.type(),
                all.providerId(),
                all.credentialId(),
                all.buyerId(),
                null,
                null,
                items,
                all.start(),
                all.bandwidthPricingId(),
                values);
    }

    private boolean offers(String reference) {
        return offer.prices().items().stream().anyMatch(item -> reference.equals(ITEM + item.billingItemId()));
    }

    /** What a bundle's order asks of each plan. REJECTED when it names something that nothing in the bundle knows. */
    public static List<OrderRequest> requests(List<BundledOffer> parts, OrderRequest whole) {
        whole.billingItems().keySet().stream()
                .filter(reference -> parts.stream().noneMatch(part -> part.offers(reference)))
                .findFirst()
                .ifPresent(reference -> {
                    throw Errors.unknownReference("billingItems", reference);
                });
        Integer bandwidth = whole.bandwidthPricingId();
        if (bandwidth != null
                && parts.stream().noneMatch(part -> part.offer().productType().runsOnMachine())) {
            throw Errors.unknownReference("bandwidthPricing", "bandwidthPricing/" + bandwidth);
        }
        return parts.stream().map(part -> part.request(whole)).toList();
    }

    /** REJECTED when a value is given that nothing in the bundle asks for; each plan says what is wrong with its own. */
    public static void requireAsked(List<BundledOffer> parts, OrderRequest whole) {
        whole.configurationParameters().keySet().stream()
                .filter(id -> parts.stream().noneMatch(part -> part.parameters().contains(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw Errors.unknownReference("configurationParameters", PARAMETER + id);
                });
    }

    /** What of a bundle's order is about nothing that is in it: values may be secrets, and are for who asks for them. */
    public static OrderRequest withoutParts(OrderRequest whole) {
        return new OrderRequest(
                whole.planId(),
                whole.type(),
                whole.providerId(),
                whole.credentialId(),
                whole.buyerId(),
                whole.externalReference(),
                whole.couponHash(),
                Map.of(),
                whole.start());
    }

    /** What is decided about it; a failure names it. */
    public <T> T decide(Supplier<T> decision) {
        return decide(offer, decision);
    }

    static <T> T decide(Offer part, Supplier<T> decision) {
        try {
            return decision.get();
        } catch (MercatoException failure) {
            throw failure.about(reference(part.planId()) + " (" + part.title() + ")", NAMED, reference(part.planId()));
        }
    }

    /** The same failure, with the plan that it is about, when that is not the whole that was ordered. */
    public static MercatoException naming(MercatoException failure, int planId, OrderRequest whole) {
        String plan = reference(planId);
        return planId == whole.planId() ? failure : failure.about(plan, NAMED, plan);
    }

    private static String reference(int planId) {
        return "productVersion/" + planId;
    }
}
