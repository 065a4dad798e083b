package io.mercato.processors.cmw.event;

import static io.mercato.domain.cmw.event.EventEntity.SUBSCRIPTION;
import static io.mercato.domain.cmw.event.EventEntity.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.event.DeliveryOutcome;
import io.mercato.domain.cmw.event.DeliveryOutcome.Notified;
import io.mercato.domain.cmw.event.DeliveryOutcome.TryAgain;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.processors.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryStoreTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");
    private static final String ONE = "https://one.example/";
    private static final String OTHER = "https://other.example/";

    private EventFixture fixture;

    @BeforeEach
    void empty() {
        fixture = new EventFixture(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_later_event_of_an_entity_waits_until_the_earlier_one_is_notified() {
        int first = event(ONE, SUBSCRIPTION, 1);
        int second = event(ONE, SUBSCRIPTION, 1);

        DueDelivery claimed = onlyClaimed();
        assertThat(claimed.id()).isEqualTo(first);
        settle(claimed, again(Duration.ZERO));
        assertThat(onlyClaimed().id()).isEqualTo(first);
        settle(claimed, notified());
        assertThat(onlyClaimed().id()).isEqualTo(second);
    }

    @Test
    void other_entities_and_other_endpoints_do_not_wait() {
        List<Integer> all = List.of(
                event(ONE, SUBSCRIPTION, 1),
                event(ONE, SUBSCRIPTION, 2),
                event(ONE, USER, 1),
                event(OTHER, SUBSCRIPTION, 1));

        assertThat(fixture.claim()).extracting(DueDelivery::id).containsExactlyElementsOf(all);
    }

    @Test
    void what_is_claimed_is_not_claimed_again_before_the_lease_ends() {
        event(ONE, SUBSCRIPTION, 1);

        assertThat(onlyClaimed().attempt()).isEqualTo(1);
        assertThat(fixture.claim()).isEmpty();
        fixture.clock.advance(fixture.properties.lease());
        assertThat(onlyClaimed().attempt()).isEqualTo(2);
    }

    @Test
    void what_failed_is_due_again_when_its_time_has_come() {
        event(ONE, SUBSCRIPTION, 1);
        settle(onlyClaimed(), again(Duration.ofSeconds(5)));

        assertThat(fixture.claim()).isEmpty();
        fixture.clock.advance(Duration.ofSeconds(5));
        assertThat(onlyClaimed().attempt()).isEqualTo(2);
    }

    @Test
    void an_attempt_that_lost_its_claim_cannot_spoil_that_of_another_but_its_success_counts() {
        int id = event(ONE, SUBSCRIPTION, 1);
        DueDelivery late = onlyClaimed();
        fixture.clock.advance(fixture.properties.lease());
        assertThat(onlyClaimed().attempt()).isEqualTo(2);

        settle(late, again(Duration.ZERO));
        assertThat(fixture.claim()).isEmpty();
        settle(late, notified());
        fixture.clock.advance(fixture.properties.lease());
        assertThat(fixture.claim()).isEmpty();
        assertThat(notified(id)).isTrue();
    }

    @Test
    void a_slow_endpoint_leaves_room_for_the_others() {
        for (int subscription = 1; subscription <= 20; subscription++) {
            event(ONE, SUBSCRIPTION, subscription);
        }
        event(OTHER, SUBSCRIPTION, 1);

        assertThat(fixture.claim()).extracting(DueDelivery::endpoint).containsExactly(ONE, ONE, ONE, ONE, OTHER);
        assertThat(fixture.claim()).isEmpty();
    }

    @Test
    void two_processes_never_claim_the_same() {
        event(ONE, SUBSCRIPTION, 1);

        DATABASE.transaction().executeWithoutResult(tx -> {
            assertThat(fixture.store.claim()).hasSize(1);
            assertThat(CompletableFuture.supplyAsync(fixture::claim).join()).isEmpty();
        });
    }

    @Test
    void what_was_delivered_long_ago_is_forgotten_and_what_was_not_is_kept() {
        event(ONE, SUBSCRIPTION, 1);
        settle(onlyClaimed(), notified());
        event(OTHER, SUBSCRIPTION, 1);
        fixture.clock.advance(Duration.ofDays(31));

        assertThat(fixture.store.forget()).isEqualTo(1);
        assertThat(onlyClaimed().endpoint()).isEqualTo(OTHER);
    }

    @Test
    void an_error_without_end_is_cut() {
        event(ONE, SUBSCRIPTION, 1);
        settle(onlyClaimed(), new TryAgain(fixture.clock.instant(), "x".repeat(10_000)));

        assertThat(fixture.jdbc
                        .sql("select length(last_error) from cmw.vendor_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
    }

    private int event(String endpoint, EventEntity entity, int id) {
        return DATABASE.transaction()
                .execute(tx -> fixture.events.recordFor(
                        endpoint,
                        EventRecipient.PRODUCT,
                        new VendorEvents.Event(
                                entity, id, EventType.MODIFIED, fixture.vendor, fixture.product, Map.of())));
    }

    private DueDelivery onlyClaimed() {
        List<DueDelivery> claimed = fixture.claim();
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private void settle(DueDelivery delivery, DeliveryOutcome outcome) {
        fixture.inTransaction(() -> fixture.store.settle(delivery, outcome));
    }

    private DeliveryOutcome notified() {
        return new Notified(fixture.clock.instant());
    }

    private DeliveryOutcome again(Duration wait) {
        return new TryAgain(fixture.clock.instant().plus(wait), "HTTP status 500");
    }

    private boolean notified(int id) {
        return fixture.jdbc
                .sql("select notified_at is not null from cmw.vendor_event where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
