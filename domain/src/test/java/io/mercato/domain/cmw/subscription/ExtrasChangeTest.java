package io.mercato.domain.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.pricing.QuoteLine;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 10 users at 3.00 each were agreed; now each costs 4.00. A third of the month is left. */
class ExtrasChangeTest {
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-09-21T00:00:00Z");
    private static final PlanItem USERS = item(1, "3", BillingItemValueType.PRE_PAID, true);
    private static final PlanItem DEARER_USERS = item(1, "4", BillingItemValueType.PRE_PAID, true);
    private static final PlanItem DISK = item(2, "1.5", BillingItemValueType.PRE_PAID, false);
    private static final PlanItem CALLS = item(3, "1", BillingItemValueType.PAY_AS_YOU_GO, true);

    @Test
    void more_is_charged_for_the_rest_of_the_period_at_the_agreed_price() {
        ExtrasChange change = change(Map.of("billingItem/1", 16));

        List<InvoiceLine> lines = change.lines(subscription(), NOW);

        assertThat(change.isDowngrade()).isFalse();
        assertThat(nets(lines)).containsExactly("-10.00", "16.00");
        assertThat(lines)
                .extracting(InvoiceLine::description)
                .containsExactly("Small: Item 1: credit", "Small: Item 1");
    }

    @Test
    void what_is_new_costs_what_the_plan_says_now_with_its_set_up() {
        ExtrasChange change = change(Map.of("billingItem/2", 6));

        assertThat(nets(change.lines(subscription(), NOW))).containsExactly("3.00", "12.00");
        assertThat(change.quantities()).isEqualTo(Map.of("billingItem/1", 10, "billingItem/2", 6, "billingItem/3", 0));
        assertThat(change.differences()).containsExactly(new ExtrasChange.Difference("Item 2", 0, 6));
    }

    @Test
    void an_estimate_shows_what_is_due_and_what_follows() {
        ExtrasChange more = change(Map.of("billingItem/1", 16));
        ExtrasChange less = change(Map.of("billingItem/1", 0));
        Money licence = Money.of("10", "EUR");
        Quote later = new Quote("EUR", BigDecimal.TEN, List.of(), List.of(), List.of(), Money.zero("EUR"));

        Quote quote = new ChangePrice(
                        12, licence, false, more.due(subscription(), NOW), more.before(), more.after(), later)
                .quote();

        assertThat(quote.first())
                .extracting(line -> line.net().amount().toPlainString())
                .containsExactly("-10.00", "16.00");
        assertThat(quote.first()).extracting(QuoteLine::item).containsOnly(USERS);
        assertThat(quote.firstInvoice().lines()).isEqualTo(more.lines(subscription(), NOW));
        assertThat(less.due(subscription(), NOW).lines()).isEmpty();
    }

    @Test
    void less_waits() {
        ExtrasChange change = change(Map.of("billingItem/1", 0));

        assertThat(change.isDowngrade()).isTrue();
        assertThat(change.quantities()).containsEntry("billingItem/1", 0);
    }

    @Test
    void less_is_there_from_the_next_period_on_whatever_became_of_the_plan() {
        List<OrderedItem> frozen =
                List.of(new OrderedItem(USERS, 10), new OrderedItem(DISK, 3), new OrderedItem(CALLS, 0));

        ExtrasChange change = ExtrasChange.less(frozen, Map.of("billingItem/1", 4, "billingItem/2", 0));

        assertThat(change.after()).containsExactly(new OrderedItem(USERS, 4), new OrderedItem(CALLS, 0));
        assertThat(change.isDowngrade()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "billingItem/1, 10, nothing-changes",
        "billingItem/2, 2, not-downgradable",
        "billingItem/3, 5, measured",
        "billingItem/9, 5, unknown-reference-%field%-%reference%",
        "billingItem/1, 101, quantity-not-offered-%item%",
        "billingItem/1, -1, quantity-not-offered-%item%"
    })
    void is_refused(String reference, int quantity, String key) {
        List<OrderedItem> frozen = List.of(new OrderedItem(USERS, 10), new OrderedItem(DISK, 3));

        assertRefused(() -> ExtrasChange.of(frozen, offered(), Map.of(reference, quantity), "EUR"), key);
    }

    @Test
    void more_of_one_and_less_of_another_are_two_orders() {
        assertRefused(() -> change(Map.of("billingItem/1", 5, "billingItem/2", 3)), "more-and-less");
        assertRefused(() -> change(Map.of()), "invalid-field-%field%-%problem%");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.key()).isEqualTo(key);
            assertThat(failure.kind()).isIn(ErrorKind.REJECTED, ErrorKind.INVALID);
        });
    }

    private static ExtrasChange change(Map<String, Integer> asked) {
        return ExtrasChange.of(List.of(new OrderedItem(USERS, 10)), offered(), asked, "EUR");
    }

    private static List<PlanItem> offered() {
        return List.of(DEARER_USERS, DISK, CALLS);
    }

    private static List<String> nets(List<InvoiceLine> lines) {
        return lines.stream().map(line -> line.net().amount().toPlainString()).toList();
    }

    private static PlanItem item(int id, String price, BillingItemValueType type, boolean downgradable) {
        BigDecimal each = id == 2 ? new BigDecimal("2") : BigDecimal.ZERO;
        PriceRange range = new PriceRange(1, 100, 1, new BigDecimal(price), BigDecimal.ZERO, each, null);
        return new PlanItem(
                id,
                "Item " + id,
                null,
                "piece",
                BillingItemType.VOLUME,
                type,
                BillingItemPresence.OPTIONAL,
                downgradable,
                List.of(range));
    }

    private static Subscription subscription() {
        @Nullable MachineSpec none = null;
        Terms terms = new Terms(Money.of("20", "EUR"), new BigDecimal("22"), 1, null, null, false, true);
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
                terms,
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
