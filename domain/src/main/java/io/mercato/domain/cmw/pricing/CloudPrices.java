package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prices of what a plan's machine uses of a cloud. What has no price costs the customer nothing.
 *
 * @param flavor name of the machine's size
 * @param diskGigabytes of the data disk; 0 for none
 */
public record CloudPrices(
        String flavor,
        int diskGigabytes,
        @Nullable InstancePricing instance,
        @Nullable DiskSpacePricing disk,
        @Nullable BandwidthPricing bandwidth) {
    /** Hours of a month as they are sold: 30 days. */
    public static final int HOURS_OF_MONTH = 720;

    /**
     * How long a period is.
     *
     * @param months of a period; null when it is not renewed
     * @param lifespan hours that it lasts in all; null for one that goes on
     * @param hoursOfUse in a month, as the customer expects them; null for all
     */
    public record Period(
            @Nullable Integer months,
            @Nullable Integer lifespan,
            @Nullable Integer hoursOfUse) {

        /** All of its hours. */
        public BigDecimal inHours() {
            if (lifespan != null) {
                return BigDecimal.valueOf(lifespan);
            }
            return BigDecimal.valueOf((long) HOURS_OF_MONTH * (months == null ? 1 : months));
        }

        /** The hours that a machine is paid for: what is paid in advance runs all the time. */
        BigDecimal inHours(IaasBilling billing) {
            if (billing == IaasBilling.PRE_PAID || hoursOfUse == null || lifespan != null) {
                return inHours();
            }
            return BigDecimal.valueOf((long) hoursOfUse * (months == null ? 1 : months));
        }

        BigDecimal inMonths() {
            if (lifespan != null) {
                return BigDecimal.valueOf(lifespan)
                        .divide(BigDecimal.valueOf(HOURS_OF_MONTH), Money.PRICE_SCALE, RoundingMode.HALF_UP);
            }
            return BigDecimal.valueOf(months == null ? 1 : months);
        }
    }

    public List<CloudCharge> charges(IaasBilling billing, Period period, String currency) {
        boolean inAdvance = billing == IaasBilling.PRE_PAID;
        List<CloudCharge> charges = new ArrayList<>();
        if (instance != null) {
            charges.addAll(machine(instance, billing, period, currency));
        }
        if (disk != null && diskGigabytes > 0) {
            charges.addAll(disk(disk, period, currency, inAdvance));
        }
        if (bandwidth != null) {
            String specs = bandwidth.traffic().stripTrailingZeros().toPlainString() + " GB of traffic";
            charges.add(new CloudCharge(
                    CloudPricingType.BANDWIDTH,
                    LineType.BANDWIDTH,
                    specs,
                    new Money(bandwidth.price(), currency),
                    period.inMonths(),
                    inAdvance));
        }
        return charges;
    }

    /** A machine that is paid in advance is reserved for the period, where there is a price for that. */
    private List<CloudCharge> machine(InstancePricing price, IaasBilling billing, Period period, String currency) {
        boolean inAdvance = billing == IaasBilling.PRE_PAID;
        InstancePricing.Reserved reserved =
                inAdvance && period.months() != null ? price.reserved().get(period.months()) : null;
        BigDecimal hourly = reserved == null ? price.price() : reserved.price();
        List<CloudCharge> charges = new ArrayList<>();
        charges.add(new CloudCharge(
                CloudPricingType.INSTANCE,
                LineType.VIRTUALMACHINE,
                flavor,
                new Money(hourly, currency),
                period.inHours(billing),
                inAdvance));
        if (reserved != null && reserved.upfront().signum() > 0) {
            charges.add(new CloudCharge(
                    CloudPricingType.INSTANCE,
                    LineType.UPFRONT,
                    flavor + ": reserved",
                    new Money(reserved.upfront(), currency),
                    BigDecimal.ONE,
                    true));
        }
        return charges;
    }

    private List<CloudCharge> disk(DiskSpacePricing price, Period period, String currency, boolean inAdvance) {
        PriceScheme scheme = new PriceScheme(BillingItemType.TIERED, currency, ranges(price));
        return scheme.price(diskGigabytes).parts().stream()
                .map(part -> new CloudCharge(
                        CloudPricingType.DISK_SPACE,
                        LineType.DISKSPACE,
                        part.quantity().toPlainString() + " GB of disk",
                        part.unitPrice(),
                        part.quantity().multiply(period.inMonths()),
                        inAdvance))
                .toList();
    }

    private static List<PriceRange> ranges(DiskSpacePricing price) {
        TreeMap<Integer, BigDecimal> from = new TreeMap<>(price.tiers());
        BigDecimal first = price.tiers().getOrDefault(0, price.price());
        from.remove(0);
        from.putIfAbsent(1, first);
        List<PriceRange> ranges = new ArrayList<>();
        for (Map.Entry<Integer, BigDecimal> tier : from.entrySet()) {
            Integer next = from.higherKey(tier.getKey());
            ranges.add(PriceRange.of(
                    tier.getKey(),
                    next == null ? null : next - 1,
                    tier.getValue().toPlainString()));
        }
        return ranges;
    }
}
