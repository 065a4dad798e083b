package io.mercato.processors.cmw.event;

import static io.mercato.domain.cmw.event.EventEntity.SUBSCRIPTION;
import static io.mercato.domain.cmw.event.EventEntity.USER;
import static io.mercato.domain.cmw.event.EventType.CREATED;
import static io.mercato.domain.cmw.event.EventType.DELETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.event.DeliveryOutcome.Notified;
import io.mercato.domain.cmw.event.DeliveryOutcome.TryAgain;
import io.mercato.domain.cmw.event.EventDelivery;
import io.mercato.domain.cmw.event.EventDraft;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventDeskTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");

    private EventFixture fixture;

    @BeforeEach
    void empty() {
        fixture = new EventFixture(DATABASE);
        fixture.inTransaction(() -> {
            fixture.events.record(SUBSCRIPTION, 1, CREATED, fixture.vendor, fixture.product, Map.of());
            fixture.events.record(SUBSCRIPTION, 2, DELETED, null, null, Map.of());
            fixture.events.record(USER, 1, CREATED, null, null, Map.of());
        });
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void staff_see_all_and_a_vendor_what_goes_to_its_own_endpoints() {
        assertThat(list(principal(Role.SUPERVISOR, null), null, null, null)).hasSize(5);
        assertThat(list(principal(Role.VENDOR, fixture.vendor), null, null, null))
                .extracting(EventDelivery::recipient)
                .containsExactly(EventRecipient.COMPANY, EventRecipient.PRODUCT);
        assertThat(list(principal(Role.VENDOR, fixture.vendor + 1), null, null, null))
                .isEmpty();
    }

    @Test
    void a_customer_and_a_vendor_without_company_see_nothing() {
        assertKind(ErrorKind.FORBIDDEN, () -> list(principal(Role.USER, null), null, null, null));
        assertKind(ErrorKind.FORBIDDEN, () -> list(principal(Role.VENDOR, null), null, null, null));
    }

    @Test
    void the_list_is_filtered_by_entity_id_and_type_and_paged() {
        Principal staff = principal(Role.ADMIN, null);

        assertThat(list(staff, "subscription", null, null)).hasSize(4);
        assertThat(list(staff, "Subscription", 2, null)).hasSize(1);
        assertThat(list(staff, null, 1, "created")).hasSize(4);
        assertThat(list(staff, null, null, "MODIFIED")).isEmpty();
        var page = fixture.desk.list(staff, new PageRequest(2, 2), null, null, null);
        assertThat(page.totalItems()).isEqualTo(5);
        assertThat(page.items()).extracting(EventDelivery::entityId).containsExactly(1, 1);
        assertKind(ErrorKind.INVALID, () -> list(staff, "Machine", null, null));
        assertKind(ErrorKind.INVALID, () -> list(staff, null, null, "GONE"));
    }

    @Test
    void a_delivery_shows_when_it_is_tried_again_and_why() {
        DueDelivery claimed = fixture.claim().get(0);
        fixture.inTransaction(() -> fixture.store.settle(
                claimed, new TryAgain(fixture.clock.instant().plusSeconds(5), "HTTP status 500")));

        EventDelivery shown = only(claimed.id());
        assertThat(shown.notified()).isFalse();
        assertThat(shown.lastError()).isEqualTo("HTTP status 500");
        assertThat(shown.nextRetry()).isEqualTo(fixture.clock.instant().plusSeconds(5));
        assertThat(shown.payload().entityUrl()).isEqualTo("subscription/1");

        fixture.inTransaction(() -> fixture.store.settle(claimed, new Notified(fixture.clock.instant())));
        assertThat(only(claimed.id()).notified()).isTrue();
        assertThat(only(claimed.id()).nextRetry()).isNull();
    }

    @Test
    void an_administrator_deletes_one_or_those_that_are_notified_or_failed() {
        Principal admin = principal(Role.ADMIN, null);
        List<DueDelivery> claimed = fixture.claim();
        fixture.store.settle(claimed.get(0), new Notified(fixture.clock.instant()));
        fixture.store.settle(claimed.get(1), new TryAgain(fixture.clock.instant(), "HTTP status 500"));

        assertThat(fixture.desk.deleteAll(admin, "notified")).isEqualTo(1);
        assertThat(fixture.desk.deleteAll(admin, "FAILED")).isEqualTo(1);
        fixture.desk.delete(admin, claimed.get(2).id());

        assertThat(list(admin, null, null, null)).hasSize(2);
        assertKind(
                ErrorKind.NOT_FOUND,
                () -> fixture.desk.delete(admin, claimed.get(2).id()));
        assertKind(ErrorKind.INVALID, () -> fixture.desk.deleteAll(admin, null));
        assertKind(ErrorKind.INVALID, () -> fixture.desk.deleteAll(admin, "all"));
        assertKind(ErrorKind.FORBIDDEN, () -> fixture.desk.deleteAll(principal(Role.SUPERVISOR, null), "failed"));
        assertKind(
                ErrorKind.FORBIDDEN,
                () -> fixture.desk.delete(
                        principal(Role.VENDOR, fixture.vendor), claimed.get(3).id()));
    }

    @Test
    void administrators_send_an_event_by_hand_to_one_endpoint() {
        EventDelivery sent = create(principal(Role.ADMIN, null), draft("https://new.example/", fixture.product));

        assertThat(sent.endpoint()).isEqualTo("https://new.example/");
        assertThat(sent.payload().metadata()).containsEntry("by", "hand");
        assertThat(fixture.claim()).extracting(DueDelivery::endpoint).contains("https://new.example/");
    }

    @Test
    void an_event_by_hand_needs_an_administrator_a_proper_endpoint_and_a_product_that_exists() {
        Principal staff = principal(Role.ADMIN, null);

        assertKind(
                ErrorKind.FORBIDDEN,
                () -> create(principal(Role.VENDOR, fixture.vendor), draft("https://new.example/", fixture.product)));
        assertKind(
                ErrorKind.FORBIDDEN,
                () -> create(principal(Role.SUPERVISOR, null), draft("https://new.example/", fixture.product)));
        assertKind(ErrorKind.INVALID, () -> create(staff, draft("file:///etc/passwd", fixture.product)));
        assertKind(ErrorKind.INVALID, () -> create(staff, draft("https://new.example/", null)));
        assertKind(ErrorKind.REJECTED, () -> create(staff, draft("https://new.example/", 999_999)));
    }

    private EventDelivery create(Principal principal, EventDraft draft) {
        return DATABASE.transaction().execute(tx -> fixture.desk.create(principal, draft));
    }

    private static EventDraft draft(String endpoint, Integer product) {
        return new EventDraft(
                endpoint, EventRecipient.PRODUCT, SUBSCRIPTION, 9, CREATED, product, null, Map.of("by", "hand"));
    }

    private EventDelivery only(int id) {
        return list(principal(Role.ADMIN, null), null, null, null).stream()
                .filter(delivery -> delivery.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<EventDelivery> list(Principal principal, String entity, Integer id, String type) {
        return fixture.desk.list(principal, PageRequest.FIRST, entity, id, type).items();
    }

    private static void assertKind(ErrorKind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static Principal principal(Role role, Integer company) {
        return new Principal(1, "somebody", "s@example.org", "Some Body", "en", role, company, null);
    }
}
