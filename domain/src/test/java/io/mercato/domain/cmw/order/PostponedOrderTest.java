package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OfferSample.Change;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostponedOrderTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "TRIAL"})
    void an_order_for_a_later_date_waits_for_it_and_nothing_is_due_before(OrderType type) {
        Placement placed = place(OfferSample.vm(), type, LATER);

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.POSTPONED);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.POSTPONED);
        assertThat(placed.payUntil()).isNull();
        assertThat(placed.deploysNow()).isFalse();
        assertThat(placed.invoice() == null).isEqualTo(type == OrderType.TRIAL);
    }

    @Test
    void an_order_for_a_later_date_that_needs_approval_waits_for_that_first() {
        Placement placed = place(OfferSample.vm(Change.NEEDS_APPROVAL), OrderType.NORMAL, LATER);

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.REQUIRES_APPROVAL);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.REQUIRES_APPROVAL);
    }

    @Test
    void a_date_that_is_over_is_refused() {
        assertThatThrownBy(() -> place(OfferSample.vm(), OrderType.NORMAL, NOW)).hasMessageContaining("start");
    }

    @Test
    void a_date_that_is_too_far_away_is_refused() {
        Instant last = NOW.plus(Duration.ofDays(365));

        assertThat(place(OfferSample.vm(), OrderType.NORMAL, last).orderStatus())
                .isEqualTo(OrderStatus.POSTPONED);
        assertThatThrownBy(() -> place(OfferSample.vm(), OrderType.NORMAL, last.plusSeconds(1)))
                .hasMessageContaining("start");
    }

    private static Placement place(Offer offer, OrderType type, Instant start) {
        return OrderRules.place(
                offer,
                new OrderRequest(12, type, null, null, null, null, null, Map.of(), start),
                new OrderTimes(Duration.ofDays(3), 24, Duration.ofDays(365)),
                NOW);
    }
}
