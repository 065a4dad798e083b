package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.subscription.ChangeEstimate;
import io.mercato.domain.cmw.subscription.ChangePrice;
import io.mercato.domain.error.Errors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order, or a change of a subscription, would cost.
 *
 * @param quote the lines that are wanted
 * @param deferred whether a change waits for the next period
 */
public record Budget(Offer offer, Facts facts, OrderPrice price, Quote quote, boolean deferred) {

    /**
     * What an estimate says besides prices.
     *
     * @param minimumDuration billing periods that must pass before it can be ended
     * @param configurationId of the machine; null when there is none
     * @param nation of the buyer, ISO 3166; null when it is not known
     */
    public record Facts(
            @Nullable Integer minimumDuration,
            @Nullable Integer configurationId,
            @Nullable Integer cpu,
            @Nullable Integer ram,
            @Nullable Integer rootDiskSpace,
            @Nullable String operatingSystem,
            @Nullable String nation) {}

    /** Throws INVALID for what is no order that somebody places. */
    public static void requireEstimable(BudgetRequest request) {
        OrderType type = request.order().type();
        if (type != OrderType.NORMAL && type != OrderType.TRIAL) {
            throw Errors.invalidField("type", "must be NORMAL or TRIAL");
        }
    }

    /** Throws REJECTED for what cannot be ordered. @param offer null when there is no such plan */
    public static Budget of(@Nullable Offer offer, Facts facts, BudgetRequest request, Instant now) {
        requireEstimable(request);
        if (offer == null || !offer.isThereFor(request.order().type())) {
            throw Errors.unknownReference(
                    "productVersion", "productVersion/" + request.order().planId());
        }
        OrderPrice price = OrderPricing.price(offer, request.order(), request.assumptions(), now);
        return new Budget(offer, facts, price, wanted(price.quote(), request.iaas(), request.payPerUse()), false);
    }

    /**
     * What a change of a subscription would cost.
     *
     * @param offer of the plan that it has afterwards
     */
    public static Budget of(Offer offer, Facts facts, ChangePrice change, ChangeEstimate request) {
        Quote quote = change.quote();
        OrderPrice price = new OrderPrice(quote, change.after(), List.of(), null, null, quote.discount(), null);
        return new Budget(
                offer.at(change.licence()),
                facts,
                price,
                wanted(quote, request.iaas(), request.payPerUse()),
                change.deferred());
    }

    private static Quote wanted(Quote quote, PropertyFilter iaas, PayPerUseCosts payPerUse) {
        Quote asked = payPerUse == PayPerUseCosts.PROJECTED
                ? quote
                : new Quote(
                        quote.currency(), quote.vatRate(), quote.first(), quote.period(), List.of(), quote.discount());
        return switch (iaas) {
            case ONLY -> asked.cloudOnly();
            case INCLUDED, EXCLUDED -> asked;
        };
    }
}
