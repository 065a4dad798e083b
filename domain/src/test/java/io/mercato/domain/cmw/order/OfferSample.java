package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An offer that can be ordered and tried, and what may be different about it. */
final class OfferSample {

    /** What is different. */
    enum Change {
        UNPUBLISHED,
        REMOVED,
        MANAGED,
        SYNDICATED,
        FREE,
        SHORT,
        NEEDS_APPROVAL,
        WITHOUT_PRICE,
        NO_TRIAL,
        TRIAL_WITHOUT_LENGTH,
        TRIED_BEFORE,
        HAS_IT,
        ONE_PER_USER_AND_HAS_IT,
        ONE_PER_USER_AND_COLLEAGUE_HAS_IT,
        ONE_PER_COMPANY_AND_COLLEAGUE_HAS_IT,
        WITHOUT_MACHINE,
        PROVIDER_OFF,
        WITHOUT_CREDENTIAL,
        WITHOUT_KEY
    }

    private final Set<Change> changes = EnumSet.noneOf(Change.class);

    private final OfferPrices prices;

    private OfferSample(OfferPrices prices) {
        this.prices = prices;
    }

    static Offer vm(Change... changes) {
        return vm(OfferPrices.plain(), changes);
    }

    static Offer vm(OfferPrices prices, Change... changes) {
        OfferSample sample = new OfferSample(prices);
        sample.changes.addAll(Set.of(changes));
        return sample.offer();
    }

    private boolean is(Change change) {
        return changes.contains(change);
    }

    private Offer offer() {
        return new Offer(
                12,
                "Small",
                11,
                "Wiki",
                type(),
                50,
                !is(Change.UNPUBLISHED),
                is(Change.REMOVED),
                price(),
                is(Change.FREE) ? Money.of("0.0000", "EUR") : Money.of("5.0000", "EUR"),
                new BigDecimal("22.00"),
                is(Change.SHORT) ? null : 1,
                is(Change.SHORT) ? 36 : null,
                true,
                false,
                is(Change.NO_TRIAL) ? Trial.NOT_ALLOWED : Trial.ALLOWED,
                is(Change.TRIAL_WITHOUT_LENGTH) ? null : 14,
                is(Change.NEEDS_APPROVAL),
                limit(),
                1,
                machine(),
                buyer(),
                prices,
                List.of());
    }

    private ProductType type() {
        if (is(Change.SYNDICATED)) {
            return ProductType.SYNDICATED;
        }
        return is(Change.MANAGED) ? ProductType.MANAGED : ProductType.VM;
    }

    private @Nullable Money price() {
        if (is(Change.WITHOUT_PRICE)) {
            return null;
        }
        return Money.of(is(Change.FREE) ? "0.0000" : "10.0000", "EUR");
    }

    private SubscriptionsPerProduct limit() {
        if (is(Change.ONE_PER_USER_AND_HAS_IT) || is(Change.ONE_PER_USER_AND_COLLEAGUE_HAS_IT)) {
            return SubscriptionsPerProduct.ONE_PER_USER;
        }
        return is(Change.ONE_PER_COMPANY_AND_COLLEAGUE_HAS_IT)
                ? SubscriptionsPerProduct.ONE_PER_COMPANY
                : SubscriptionsPerProduct.UNLIMITED;
    }

    private Offer.@Nullable Machine machine() {
        return is(Change.WITHOUT_MACHINE) || is(Change.SYNDICATED)
                ? null
                : new Offer.Machine(
                        3,
                        !is(Change.PROVIDER_OFF),
                        is(Change.WITHOUT_CREDENTIAL) ? null : 4,
                        "m1.small",
                        "debian-12",
                        "debian",
                        20,
                        8443,
                        "boss");
    }

    private Offer.Buyer buyer() {
        boolean hasIt = is(Change.HAS_IT) || is(Change.ONE_PER_USER_AND_HAS_IT);
        boolean colleagueHasIt =
                is(Change.ONE_PER_COMPANY_AND_COLLEAGUE_HAS_IT) || is(Change.ONE_PER_USER_AND_COLLEAGUE_HAS_IT);
        return new Offer.Buyer(
                7,
                70,
                is(Change.WITHOUT_KEY) ? null : "ssh-ed25519 AAAA",
                is(Change.TRIED_BEFORE) ? 1 : 0,
                hasIt ? 1 : 0,
                hasIt || colleagueHasIt ? 1 : 0);
    }
}
