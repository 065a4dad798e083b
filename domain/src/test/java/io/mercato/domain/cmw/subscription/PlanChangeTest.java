package io.mercato.domain.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a plan at 20.00 a month, in a September of 30 days. */
class PlanChangeTest {
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2026-09-16T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "40, 1, PAID",
        "20.01, 1, FREE",
        "20, 1, FREE",
        "19.99, 1, DEFERRED",
        "0, 1, DEFERRED",
        "59, 3, DEFERRED",
        "239, 12, DEFERRED",
        "720, 12, PAID"
    })
    void dearer_is_paid_at_once_and_cheaper_waits(String price, int months, OrderStatus outcome) {
        Instant nearlyOver = Instant.parse("2026-09-30T23:00:00Z");

        PlanChange change = to(price, months);

        assertThat(change.outcome(subscription(), outcome == OrderStatus.FREE ? nearlyOver : MIDDLE))
                .isEqualTo(outcome);
    }

    @Test
    void the_rest_of_the_period_is_charged_at_the_new_price_and_credited_at_the_old_one() {
        var invoice = to("40", 1).invoice(subscription(), MIDDLE);

        assertThat(invoice.lines())
                .extracting(line -> line.net().amount().toPlainString())
                .containsExactly("-10.00", "20.00");
        assertThat(invoice.net()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(invoice.vat()).isEqualTo(Money.of("2.20", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"40, false, 2", "20, false, 0", "19.99, true, 0"})
    void only_what_is_dearer_is_due_now(String price, boolean deferred, int lines) {
        PlanChange change = to(price, 1);

        assertThat(change.isDeferred(subscription())).isEqualTo(deferred);
        assertThat(change.due(subscription(), MIDDLE).lines()).hasSize(lines);
        assertThat(change.due(subscription(), MIDDLE).currency()).isEqualTo("EUR");
    }

    @Test
    void extra_resources_that_the_new_plan_has_not_are_credited_as_the_licence_is() {
        PlanChange change = to("200", 1, List.of(users(15, "5", "3")), List.of());

        assertThat(change.invoice(subscription(), MIDDLE).lines())
                .extracting(
                        InvoiceLine::description, line -> line.net().amount().toPlainString())
                .containsExactly(
                        tuple("Small: credit", "-10.00"),
                        tuple("Small: Users: credit", "-22.50"),
                        tuple("Small: Users: credit", "-9.00"),
                        tuple("Large", "100.00"));
    }

    @Test
    void extra_resources_that_the_new_plan_has_are_credited_at_the_old_price_and_charged_at_the_new_one() {
        PlanChange change = to("40", 1, List.of(users(15, "5", "3")), List.of(users(15, "2", "2")));

        assertThat(change.invoice(subscription(), MIDDLE).lines())
                .extracting(line -> line.net().amount().toPlainString())
                .containsExactly("-10.00", "-22.50", "-9.00", "20.00", "9.00", "6.00");
        assertThat(change.outcome(subscription(), MIDDLE)).isEqualTo(OrderStatus.FREE);
        assertThat(change.due(subscription(), MIDDLE).net()).isEqualTo(Money.of("-6.50", "EUR"));
    }

    @Test
    void what_is_paid_at_the_end_of_a_period_is_not_credited() {
        OrderedItem one = users(15, "5", "3");
        PlanItem later = new PlanItem(
                3,
                "Users",
                "users",
                "user",
                BillingItemType.TIERED,
                BillingItemValueType.POST_PAID,
                BillingItemPresence.OPTIONAL,
                true,
                one.item().ranges());

        assertThat(to("40", 1, List.of(new OrderedItem(later, 15)), List.of())
                        .invoice(subscription(), MIDDLE)
                        .lines())
                .hasSize(2);
    }

    @Test
    void an_hour_that_has_begun_counts() {
        var invoice = to("40", 1).invoice(subscription(), MIDDLE.minusSeconds(1));

        assertThat(invoice.lines().get(1).unitPrice()).isEqualTo(Money.of("20.0556", "EUR"));
    }

    @Test
    void another_length_of_the_period_is_reckoned_by_the_hour() {
        var invoice = to("91", 3).invoice(subscription(), MIDDLE);

        assertThat(invoice.lines().get(1).unitPrice()).isEqualTo(Money.of("15.0000", "EUR"));
    }

    private static PlanChange to(String price, int months) {
        return to(price, months, List.of(), List.of());
    }

    private static PlanChange to(String price, int months, List<OrderedItem> before, List<OrderedItem> after) {
        return new PlanChange(13, "Large", terms(price, months), before, after);
    }

    private static OrderedItem users(int quantity, String upToNine, String more) {
        return new OrderedItem(
                new PlanItem(
                        3,
                        "Users",
                        "users",
                        "user",
                        BillingItemType.TIERED,
                        BillingItemValueType.PRE_PAID,
                        BillingItemPresence.OPTIONAL,
                        true,
                        List.of(PriceRange.of(1, 9, upToNine), PriceRange.of(10, null, more))),
                quantity);
    }

    private static Terms terms(String price, int months) {
        return new Terms(Money.of(price, "EUR"), new BigDecimal("22"), months, null, null, false, true);
    }

    private static Subscription subscription() {
        @Nullable MachineSpec none = null;
        return new Subscription(
                42,
                "Wiki - Small",
                OrderType.NORMAL,
                SubscriptionStatus.DEPLOYED,
                null,
                11,
                "Wiki",
                ProductType.SYNDICATED,
                12,
                "Small",
                50,
                7,
                70,
                none,
                terms("20", 1),
                true,
                true,
                START,
                START,
                START.plus(Duration.ofDays(30)),
                START,
                START,
                null,
                null,
                null);
    }
}
