package io.mercato.processors.cmw.event;

import static io.mercato.domain.cmw.event.EventEntity.INVOICE;
import static io.mercato.domain.cmw.event.EventEntity.SUBSCRIPTION;
import static io.mercato.domain.cmw.event.EventType.CREATED;
import static io.mercato.domain.cmw.event.EventType.MODIFIED;
import static io.mercato.processors.cmw.event.EventFixture.PLATFORM_URL;
import static io.mercato.processors.cmw.event.EventFixture.PRODUCT_URL;
import static io.mercato.processors.cmw.event.EventFixture.VENDOR_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.processors.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VendorEventsTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");

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
    void a_subscription_is_told_to_product_vendor_and_platform() {
        fixture.inTransaction(() -> record(2388));

        assertThat(urls()).containsExactly(PRODUCT_URL, VENDOR_URL, PLATFORM_URL);
        assertThat(fixture.wakes).isOne();
    }

    @Test
    void the_body_is_what_vendors_know() {
        fixture.inTransaction(() -> record(2388));

        assertThat(fixture.claim())
                .extracting(DueDelivery::body)
                .containsOnly("{\"date\":\"2015-01-12T11:19:30Z\",\"entity\":\"Subscription\","
                        + "\"entityUrl\":\"subscription/2388\",\"id\":\"2388\",\"type\":\"CREATED\"}");
    }

    @Test
    void metadata_is_the_bodys_last_field() {
        fixture.inTransaction(() -> fixture.events.record(
                SUBSCRIPTION, 1, MODIFIED, fixture.vendor, fixture.product, Map.of("plan", "gold")));

        assertThat(fixture.claim().get(0).body()).endsWith("\"type\":\"MODIFIED\",\"metadata\":{\"plan\":\"gold\"}}");
    }

    @Test
    void anything_but_a_subscription_is_told_to_the_platform_only() {
        fixture.inTransaction(
                () -> fixture.events.record(INVOICE, 7, CREATED, fixture.vendor, fixture.product, Map.of()));

        assertThat(urls()).containsExactly(PLATFORM_URL);
    }

    @Test
    void an_endpoint_that_is_named_twice_is_told_once() {
        int vendor = fixture.company("https://same.example/");
        int product = fixture.product(vendor, "https://same.example/", " ", "https://other.example/");
        fixture.inTransaction(() -> fixture.events.record(SUBSCRIPTION, 1, CREATED, vendor, product, Map.of()));

        assertThat(urls()).containsExactly("https://same.example/", "https://other.example/", PLATFORM_URL);
    }

    @Test
    void a_change_that_is_rolled_back_is_never_told() {
        DATABASE.transaction().executeWithoutResult(tx -> {
            record(1);
            tx.setRollbackOnly();
        });

        assertThat(urls()).isEmpty();
        assertThat(fixture.wakes).isZero();
    }

    @Test
    void an_event_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(() -> record(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_products_token_signs_and_the_companys_where_the_product_has_none() {
        fixture.token("company", fixture.vendor, "of the company");
        assertThat(secret(EventRecipient.COMPANY, VENDOR_URL)).isEqualTo("of the company");
        assertThat(secret(EventRecipient.PRODUCT, PRODUCT_URL)).isNull();

        fixture.token("product", fixture.product, "of the product");
        assertThat(secret(EventRecipient.COMPANY, VENDOR_URL)).isEqualTo("of the product");
        assertThat(secret(EventRecipient.PRODUCT, PRODUCT_URL)).isEqualTo("of the product");
    }

    @Test
    void the_platforms_endpoints_have_keys_of_their_own() {
        fixture.token("product", fixture.product, "of the product");

        assertThat(secret(EventRecipient.PLATFORM, PLATFORM_URL)).isEqualTo("of the platform");
        assertThat(secret(EventRecipient.PLATFORM, "https://unknown.example/")).isNull();
        assertThat(fixture.properties.toString()).doesNotContain("of the platform");
    }

    private String secret(EventRecipient recipient, String url) {
        return fixture.endpoints.secret(recipient, url, fixture.vendor, fixture.product);
    }

    private void record(int id) {
        fixture.events.record(SUBSCRIPTION, id, CREATED, fixture.vendor, fixture.product, Map.of());
    }

    private List<String> urls() {
        return fixture.jdbc
                .sql("select endpoint from cmw.vendor_event order by id")
                .query(String.class)
                .list();
    }
}
