package io.mercato.domain.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CloudPricesTest {
    private static final CloudPrices.Period MONTH = new CloudPrices.Period(1, null, null);

    @Test
    void a_month_of_a_machine_is_720_hours_and_a_disk_is_paid_by_gigabyte_and_month() {
        List<CloudCharge> charges = prices(Map.of(), Map.of(), true).charges(IaasBilling.PRE_PAID, MONTH, "EUR");

        assertThat(sums(charges))
                .containsExactly(
                        tuple(LineType.VIRTUALMACHINE, "m1.small", eur("7.20")),
                        tuple(LineType.DISKSPACE, "20 GB of disk", eur("2.00")),
                        tuple(LineType.BANDWIDTH, "1000 GB of traffic", eur("9.00")));
        assertThat(charges).allMatch(CloudCharge::inAdvance);
        assertThat(charges).extracting(CloudCharge::unit).containsExactly("hour", "GB per month", "month");
    }

    @Test
    void what_has_no_price_costs_nothing() {
        assertThat(new CloudPrices("m1.small", 20, null, null, null).charges(IaasBilling.PRE_PAID, MONTH, "EUR"))
                .isEmpty();
        assertThat(new CloudPrices("m1.small", 0, null, disk(Map.of()), null)
                        .charges(IaasBilling.PRE_PAID, MONTH, "EUR"))
                .isEmpty();
    }

    @Test
    void a_longer_period_costs_its_months() {
        CloudPrices.Period quarter = new CloudPrices.Period(3, null, null);

        assertThat(sums(prices(Map.of(), Map.of(), true).charges(IaasBilling.PRE_PAID, quarter, "EUR")))
                .extracting(sum -> sum.toList().get(2))
                .containsExactly(eur("21.60"), eur("6.00"), eur("27.00"));
    }

    @Test
    void a_short_life_costs_its_hours_and_its_share_of_a_month() {
        CloudPrices.Period life = new CloudPrices.Period(null, 36, 100);

        assertThat(sums(prices(Map.of(), Map.of(), true).charges(IaasBilling.PAY_AS_YOU_GO, life, "EUR")))
                .extracting(sum -> sum.toList().get(2))
                .containsExactly(eur("0.36"), eur("0.10"), eur("0.45"));
    }

    @Test
    void what_is_paid_by_use_is_paid_at_the_end_for_the_hours_that_are_expected() {
        CloudPrices.Period expected = new CloudPrices.Period(2, null, 100);

        List<CloudCharge> charges =
                prices(Map.of(), Map.of(), false).charges(IaasBilling.PAY_AS_YOU_GO, expected, "EUR");

        assertThat(charges).noneMatch(CloudCharge::inAdvance);
        assertThat(charges.get(0).quantity()).isEqualByComparingTo("200");
        assertThat(prices(Map.of(), Map.of(), false)
                        .charges(IaasBilling.PRE_PAID, expected, "EUR")
                        .get(0)
                        .quantity())
                .isEqualByComparingTo("1440");
    }

    @Test
    void a_machine_that_is_reserved_for_the_period_has_another_price_and_an_upfront_one() {
        Map<Integer, InstancePricing.Reserved> reserved = Map.of(
                12, new InstancePricing.Reserved(null, new BigDecimal("0.004"), new BigDecimal("30")),
                6, new InstancePricing.Reserved(null, new BigDecimal("0.006"), BigDecimal.ZERO));
        CloudPrices prices = prices(reserved, Map.of(), false);

        assertThat(sums(prices.charges(IaasBilling.PRE_PAID, new CloudPrices.Period(12, null, null), "EUR")))
                .startsWith(
                        tuple(LineType.VIRTUALMACHINE, "m1.small", eur("34.56")),
                        tuple(LineType.UPFRONT, "m1.small: reserved", eur("30.00")));
        assertThat(prices.charges(IaasBilling.PRE_PAID, new CloudPrices.Period(6, null, null), "EUR"))
                .extracting(CloudCharge::lineType)
                .containsExactly(LineType.VIRTUALMACHINE, LineType.DISKSPACE);
        assertThat(prices.charges(IaasBilling.PRE_PAID, MONTH, "EUR").get(0).net())
                .isEqualTo(eur("7.20"));
        assertThat(prices.charges(IaasBilling.PAY_AS_YOU_GO, new CloudPrices.Period(12, null, null), "EUR")
                        .get(0)
                        .net())
                .isEqualTo(eur("86.40"));
        assertThat(prices.charges(IaasBilling.PRE_PAID, new CloudPrices.Period(12, null, null), "EUR")
                        .get(1)
                        .unit())
                .isEqualTo("reservation");
    }

    @Test
    void a_disk_is_paid_in_tiers() {
        // 9 GB at 0.10, 11 GB at 0.05
        assertThat(sums(prices(Map.of(), Map.of(10, "0.05"), false).charges(IaasBilling.PRE_PAID, MONTH, "EUR")))
                .endsWith(
                        tuple(LineType.DISKSPACE, "9 GB of disk", eur("0.90")),
                        tuple(LineType.DISKSPACE, "11 GB of disk", eur("0.55")));
        assertThat(sums(prices(Map.of(), Map.of(0, "0.20", 10, "0.05"), false)
                        .charges(IaasBilling.PRE_PAID, MONTH, "EUR")))
                .endsWith(
                        tuple(LineType.DISKSPACE, "9 GB of disk", eur("1.80")),
                        tuple(LineType.DISKSPACE, "11 GB of disk", eur("0.55")));
        assertThat(sums(prices(Map.of(), Map.of(1, "0.20"), false).charges(IaasBilling.PRE_PAID, MONTH, "EUR")))
                .endsWith(tuple(LineType.DISKSPACE, "20 GB of disk", eur("4.00")));
    }

    @Test
    void what_the_platform_pays_is_not_for_everybody() {
        CloudPrices prices = prices(
                Map.of(12, new InstancePricing.Reserved(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN)),
                Map.of(),
                true);

        InstancePricing instance = Objects.requireNonNull(prices.instance()).reduced();
        assertThat(instance.cost()).isNull();
        assertThat(instance.reserved().get(12))
                .isEqualTo(new InstancePricing.Reserved(null, BigDecimal.TEN, BigDecimal.TEN));
        assertThat(Objects.requireNonNull(prices.disk()).reduced().cost()).isNull();
        assertThat(Objects.requireNonNull(prices.bandwidth()).reduced().cost()).isNull();
    }

    private static CloudPrices prices(
            Map<Integer, InstancePricing.Reserved> reserved, Map<Integer, String> tiers, boolean traffic) {
        InstancePricing instance =
                new InstancePricing(1, 3, 4, null, new BigDecimal("0.008"), new BigDecimal("0.0100"), reserved, false);
        BandwidthPricing bandwidth = traffic
                ? new BandwidthPricing(1, 3, BigDecimal.ONE, new BigDecimal("9.0000"), new BigDecimal("1000.00"))
                : null;
        return new CloudPrices("m1.small", 20, instance, disk(tiers), bandwidth);
    }

    private static DiskSpacePricing disk(Map<Integer, String> tiers) {
        Map<Integer, BigDecimal> prices = new TreeMap<>();
        tiers.forEach((from, price) -> prices.put(from, new BigDecimal(price)));
        return new DiskSpacePricing(1, 3, new BigDecimal("0.08"), new BigDecimal("0.1000"), prices);
    }

    private static List<Tuple> sums(List<CloudCharge> charges) {
        return charges.stream()
                .map(charge -> tuple(charge.lineType(), charge.specs(), charge.net()))
                .toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
