package io.mercato.domain.cmw.pricing;

import static io.mercato.domain.cmw.pricing.PricingSamples.VAT;
import static io.mercato.domain.cmw.pricing.PricingSamples.item;
import static io.mercato.domain.cmw.pricing.PricingSamples.plan;
import static io.mercato.domain.cmw.pricing.PricingSamples.withSetup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void a_plan_alone_is_its_period_and_its_set_up() {
        Quote quote = Quotes.of(plan("10.0000", "5.0000", true), List.of(), List.of(), null);

        assertThat(lines(quote.first()))
                .containsExactly(
                        tuple(LineType.PRODUCT, "Small", eur("10.00")),
                        tuple(LineType.SETUPFEE, "Small: set-up", eur("5.00")));
        assertThat(quote.firstInvoice().total()).isEqualTo(eur("18.30"));
        assertThat(lines(quote.period())).containsExactly(tuple(LineType.PRODUCT, "Small", eur("10.00")));
        assertThat(quote.periodInvoice().total()).isEqualTo(eur("12.20"));
        assertThat(quote.atEnd()).isEmpty();
        assertThat(quote.endInvoice().total()).isEqualTo(eur("0.00"));
        assertThat(quote.discount()).isEqualTo(eur("0.00"));
    }

    @Test
    void the_worked_figures_of_an_invoice() {
        OrderedItem two = new OrderedItem(
                item(
                        1,
                        BillingItemValueType.PRE_PAID,
                        BillingItemPresence.OPTIONAL,
                        List.of(PriceRange.of(1, null, "100"))),
                2);

        Quote quote = Quotes.of(plan("23.4567", "0", true), List.of(two), List.of(), null);

        assertThat(quote.firstInvoice().net()).isEqualTo(eur("223.46"));
        assertThat(quote.firstInvoice().vat()).isEqualTo(eur("49.16"));
        assertThat(quote.firstInvoice().total()).isEqualTo(eur("272.62"));
    }

    @Test
    void a_plan_that_is_not_renewed_has_no_further_period() {
        assertThat(Quotes.of(plan("10", "0", false), List.of(), List.of(), null).period())
                .isEmpty();
    }

    @Test
    void what_is_paid_in_advance_stands_on_each_invoice_and_its_set_up_on_the_first() {
        PlanItem users = item(
                1,
                BillingItemValueType.PRE_PAID,
                BillingItemPresence.OPTIONAL,
                List.of(withSetup(1, 9, "5", "7", "0.50"), withSetup(10, null, "3", "8", "0.25")));

        Quote quote = Quotes.of(plan("10", "0", true), List.of(new OrderedItem(users, 15)), List.of(), null);

        assertThat(lines(quote.first()))
                .containsExactly(
                        tuple(LineType.PRODUCT, "Small", eur("10.00")),
                        tuple(LineType.BILLINGITEMRECURRING, "Small: Item 1", eur("45.00")),
                        tuple(LineType.BILLINGITEMRECURRING, "Small: Item 1", eur("18.00")),
                        tuple(LineType.BILLINGITEMSETUP, "Small: Item 1: set-up", eur("8.00")),
                        tuple(LineType.BILLINGITEMPROPORTIONALSETUP, "Small: Item 1: set-up of each", eur("4.50")),
                        tuple(LineType.BILLINGITEMPROPORTIONALSETUP, "Small: Item 1: set-up of each", eur("1.50")));
        assertThat(quote.first()).extracting(QuoteLine::isSetup).containsExactly(false, false, false, true, true, true);
        assertThat(quote.first().get(1).tag()).isEqualTo("tag-1");
        assertThat(quote.first().get(3).tag()).isEqualTo("tag-10");
        assertThat(quote.first().get(1).unit()).isEqualTo("piece");
        assertThat(quote.first().get(1).item()).isEqualTo(users);
        assertThat(lines(quote.period()))
                .containsExactly(
                        tuple(LineType.PRODUCT, "Small", eur("10.00")),
                        tuple(LineType.BILLINGITEMRECURRING, "Small: Item 1", eur("45.00")),
                        tuple(LineType.BILLINGITEMRECURRING, "Small: Item 1", eur("18.00")));
    }

    @Test
    void what_is_paid_afterwards_stands_at_the_end_and_its_set_up_on_the_first_invoice() {
        List<PriceRange> ranges = List.of(withSetup(1, null, "2", "7", "0"));
        OrderedItem support =
                new OrderedItem(item(1, BillingItemValueType.POST_PAID, BillingItemPresence.OPTIONAL, ranges), 3);
        OrderedItem traffic =
                new OrderedItem(item(2, BillingItemValueType.PAY_AS_YOU_GO, BillingItemPresence.OPTIONAL, ranges), 50);

        Quote quote = Quotes.of(plan("10", "0", true), List.of(support, traffic), List.of(), null);

        assertThat(lines(quote.first()))
                .containsExactly(
                        tuple(LineType.PRODUCT, "Small", eur("10.00")),
                        tuple(LineType.BILLINGITEMSETUP, "Small: Item 1: set-up", eur("7.00")));
        assertThat(lines(quote.atEnd()))
                .containsExactly(
                        tuple(LineType.BILLINGITEMCOST, "Small: Item 1", eur("6.00")),
                        tuple(LineType.BILLINGITEMCOST, "Small: Item 2", eur("100.00")));
        assertThat(quote.period()).hasSize(1);
        assertThat(quote.endInvoice().total()).isEqualTo(eur("129.32"));
    }

    @Test
    void an_expected_use_may_be_any_quantity() {
        OrderedItem traffic = new OrderedItem(item(2, BillingItemValueType.PAY_AS_YOU_GO), 1000);

        assertThat(Quotes.of(plan("10", "0", true), List.of(traffic), List.of(), null)
                        .endInvoice()
                        .net())
                .isEqualTo(eur("3018.00"));
        assertThat(Quotes.of(
                                plan("10", "0", true),
                                List.of(new OrderedItem(item(2, BillingItemValueType.PAY_AS_YOU_GO), 0)),
                                List.of(),
                                null)
                        .atEnd())
                .isEmpty();
    }

    @Test
    void a_cloud_is_paid_in_advance_or_at_the_end() {
        CloudCharge machine = charge(CloudPricingType.INSTANCE, "m1.small", "0.0200", "720", true);
        CloudCharge disk = charge(CloudPricingType.DISK_SPACE, "20 GB", "0.1000", "20", true);
        CloudCharge traffic = charge(CloudPricingType.BANDWIDTH, "1000 GB", "9.0000", "1", false);

        Quote quote = Quotes.of(plan("10", "0", true), List.of(), List.of(machine, disk, traffic), null);

        assertThat(lines(quote.first()))
                .containsExactly(
                        tuple(LineType.PRODUCT, "Small", eur("10.00")),
                        tuple(LineType.VIRTUALMACHINE, "Small: m1.small", eur("14.40")),
                        tuple(LineType.DISKSPACE, "Small: 20 GB", eur("2.00")));
        assertThat(quote.period()).isEqualTo(quote.first());
        assertThat(lines(quote.atEnd())).containsExactly(tuple(LineType.BANDWIDTH, "Small: 1000 GB", eur("9.00")));
        assertThat(machine.net()).isEqualTo(eur("14.40"));
    }

    @Test
    void percents_are_taken_off_the_first_invoice_only() {
        Quote quote = full(percent("10", DiscountScope.LICENSE_ONLY, null));

        assertThat(lines(quote.first())).last().isEqualTo(tuple(LineType.COUPONDISCOUNT, "Coupon", eur("-1.00")));
        assertThat(quote.discount()).isEqualTo(eur("1.00"));
        assertThat(quote.period()).extracting(QuoteLine::type).doesNotContain(LineType.COUPONDISCOUNT);
    }

    @Test
    void a_discount_takes_from_what_it_covers() {
        // licence 10, extras 45, set-up 5 and 7, machine 14.40
        assertThat(full(percent("10", DiscountScope.LICENSE_ONLY, null)).discount())
                .isEqualTo(eur("1.00"));
        assertThat(full(percent("10", DiscountScope.LICENSE_AND_EXTRAS, null)).discount())
                .isEqualTo(eur("5.50"));
        assertThat(full(percent("10", DiscountScope.TOTAL, null)).discount()).isEqualTo(eur("8.14"));
    }

    @Test
    void another_price_holds_for_each_period() {
        Quote licence = full(price("4", DiscountScope.LICENSE_ONLY));
        Quote extras = full(price("20", DiscountScope.LICENSE_AND_EXTRAS));
        Quote total = full(price("50", DiscountScope.TOTAL));

        assertThat(licence.discount()).isEqualTo(eur("6.00"));
        assertThat(licence.firstInvoice().net()).isEqualTo(eur("75.40"));
        assertThat(licence.periodInvoice().net()).isEqualTo(eur("63.40"));
        assertThat(extras.firstInvoice().net()).isEqualTo(eur("46.40"));
        assertThat(extras.periodInvoice().net()).isEqualTo(eur("34.40"));
        assertThat(total.firstInvoice().net()).isEqualTo(eur("50.00"));
        assertThat(total.periodInvoice().net()).isEqualTo(eur("50.00"));
    }

    @Test
    void another_price_that_is_higher_changes_nothing() {
        Quote quote = full(price("11", DiscountScope.LICENSE_ONLY));

        assertThat(quote).isEqualTo(full(null));
    }

    @Test
    void a_ceiling_limits_what_is_granted() {
        assertThat(full(percent("50", DiscountScope.TOTAL, "3")).discount()).isEqualTo(eur("3.00"));
        assertThat(full(percent("50", DiscountScope.LICENSE_ONLY, "30")).discount())
                .isEqualTo(eur("5.00"));
        assertThat(full(percent("50", DiscountScope.TOTAL, "0")).first())
                .isEqualTo(full(null).first());
    }

    @Test
    void nothing_is_a_quote_too() {
        Quote nothing = Quote.nothing("EUR", VAT);

        assertThat(nothing.firstInvoice().total().isZero()).isTrue();
        assertThat(nothing.period()).isEmpty();
    }

    @Property
    void no_discount_makes_anything_cheaper_than_nothing(
            @ForAll @IntRange(max = 9_999_999) int licence,
            @ForAll @IntRange(max = 9_999_999) int setup,
            @ForAll @IntRange(max = 200) int percent,
            @ForAll DiscountScope scope) {
        PlanPrice plan = new PlanPrice("Small", cents(licence), cents(setup), VAT, true);

        for (Discount discount :
                List.of(percent(String.valueOf(percent), scope, null), price(String.valueOf(percent), scope))) {
            Quote quote = Quotes.of(plan, List.of(), List.of(), discount);
            Quote usual = Quotes.of(plan, List.of(), List.of(), null);

            assertThat(quote.firstInvoice().net().amount()).isNotNegative();
            assertThat(quote.firstInvoice().vat().amount()).isNotNegative();
            assertThat(quote.periodInvoice().net().amount()).isNotNegative();
            assertThat(quote.firstInvoice().net().plus(quote.discount()))
                    .isEqualTo(usual.firstInvoice().net());
        }
    }

    private static Quote full(@Nullable Discount discount) {
        PlanItem users = item(
                1,
                BillingItemValueType.PRE_PAID,
                BillingItemPresence.OPTIONAL,
                List.of(withSetup(1, null, "5", "7", "0")));
        return Quotes.of(
                plan("10", "5", true),
                List.of(new OrderedItem(users, 9)),
                List.of(charge(CloudPricingType.INSTANCE, "m1.small", "0.0200", "720", true)),
                discount);
    }

    private static Discount percent(String percent, DiscountScope scope, @Nullable String ceiling) {
        return new Discount.Percentage(new BigDecimal(percent), scope, "Coupon", ceiling == null ? null : eur(ceiling));
    }

    private static Discount price(String price, DiscountScope scope) {
        return new Discount.FixedPrice(eur(price), scope, "Coupon", null);
    }

    private static CloudCharge charge(
            CloudPricingType type, String specs, String price, String quantity, boolean inAdvance) {
        LineType line = switch (type) {
            case INSTANCE -> LineType.VIRTUALMACHINE;
            case DISK_SPACE -> LineType.DISKSPACE;
            case BANDWIDTH -> LineType.BANDWIDTH;
        };
        return new CloudCharge(type, line, specs, eur(price), new BigDecimal(quantity), inAdvance);
    }

    private static List<org.assertj.core.groups.Tuple> lines(List<QuoteLine> lines) {
        return lines.stream()
                .map(line -> tuple(line.type(), line.description(), line.net()))
                .toList();
    }

    private static Money cents(int tenThousandths) {
        return new Money(BigDecimal.valueOf(tenThousandths, 4), "EUR");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
