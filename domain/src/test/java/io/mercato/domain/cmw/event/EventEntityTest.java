package io.mercato.domain.cmw.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventEntityTest {

    @Test
    void an_entity_is_known_by_its_name_in_any_case() {
        assertThat(EventEntity.named("productversion")).contains(EventEntity.PRODUCT_VERSION);
        assertThat(EventEntity.named("Machine")).isEmpty();
    }

    @Test
    void vendors_and_products_hear_of_subscriptions_only_and_the_platform_of_everything() {
        for (EventEntity entity : EventEntity.values()) {
            boolean subscription = entity == EventEntity.SUBSCRIPTION;
            assertThat(EventRecipient.COMPANY.hearsOf(entity)).isEqualTo(subscription);
            assertThat(EventRecipient.PRODUCT.hearsOf(entity)).isEqualTo(subscription);
            assertThat(EventRecipient.PLATFORM.hearsOf(entity)).isTrue();
        }
    }

    @Test
    void a_notification_names_its_entity_and_the_second_of_the_change() {
        EventNotification notification = EventNotification.of(
                Instant.parse("2015-01-12T11:19:30.987Z"), EventEntity.SUBSCRIPTION, 2388, EventType.CREATED, Map.of());

        assertThat(notification.date()).isEqualTo(Instant.parse("2015-01-12T11:19:30Z"));
        assertThat(notification.entityUrl()).isEqualTo("subscription/2388");
        assertThat(notification.id()).isEqualTo("2388");
    }
}
