package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.error.Errors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost.
 *
 * @param quote the lines that are wanted
 */
public record Budget(Offer offer, Facts facts, OrderPrice price, Quote quote) {

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

    /** Throws REJECTED for what cannot be ordered. @param offer null when there is no such plan */
    public static Budget of(@Nullable Offer offer, Facts facts, BudgetRequest request, Instant now) {
        OrderType type = request.order().type();
        if (type != OrderType.NORMAL && type != OrderType.TRIAL) {
            throw Errors.invalidField("type", "must be NORMAL or TRIAL");
        }
        if (offer == null || !offer.isThereFor(type)) {
            throw Errors.unknownReference(
                    "productVersion", "productVersion/" + request.order().planId());
        }
        OrderPrice price = OrderPricing.price(offer, request.order(), request.assumptions(), now);
        return new Budget(offer, facts, price, wanted(price.quote(), request));
    }

    private static Quote wanted(Quote quote, BudgetRequest request) {
        Quote asked = request.payPerUse() == PayPerUseCosts.PROJECTED
                ? quote
                : new Quote(
                        quote.currency(), quote.vatRate(), quote.first(), quote.period(), List.of(), quote.discount());
        return request.iaas() == PropertyFilter.ONLY ? asked.cloudOnly() : asked;
    }
}
