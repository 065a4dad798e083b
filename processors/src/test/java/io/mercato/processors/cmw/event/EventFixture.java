package io.mercato.processors.cmw.event;

import io.mercato.processors.cmw.event.EventProperties.PlatformEndpoint;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vendor with a product, and the beans of the events over a real database and a clock that stands. */
final class EventFixture {
    static final String PRODUCT_URL = "https://product.example/events";
    static final String VENDOR_URL = "https://vendor.example/events";
    static final String PLATFORM_URL = "https://crm.example/events";

    final TestDatabase database;
    final JdbcClient jdbc;
    final MovableClock clock = new MovableClock();
    final Json json = new Json(JsonConfiguration.newMapper());
    final EventProperties properties;
    final EventEndpoints endpoints;
    final VendorEvents events;
    final DeliveryStore store;
    final EventDesk desk;
    final int vendor;
    final int product;
    int wakes;

    EventFixture(TestDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.properties =
                properties(List.of(new PlatformEndpoint(PLATFORM_URL, "of the platform")), true, Duration.ofSeconds(5));
        this.endpoints = new EventEndpoints(jdbc, json, properties);
        EventSignal signal = new EventSignal();
        signal.onWake(() -> wakes++);
        this.events = new VendorEvents(jdbc, json, clock, endpoints, signal);
        this.store = new DeliveryStore(jdbc, clock, properties);
        this.desk = new EventDesk(new EventDeliveries(jdbc, json), events, jdbc);
        jdbc.sql("truncate cmw.company, cmw.category, cmw.vendor_event cascade").update();
        this.vendor = company(VENDOR_URL);
        this.product = product(vendor, PRODUCT_URL);
    }

    static EventProperties properties(List<PlatformEndpoint> platform, boolean allowPrivate, Duration first) {
        return new EventProperties(
                platform,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                first,
                2,
                Duration.ofHours(1),
                8,
                4,
                Duration.ofSeconds(1),
                allowPrivate,
                Duration.ofDays(30));
    }

    int company(String endpoint) {
        return jdbc.sql("insert into cmw.company (name, email_address, syndication_endpoint)"
                        + " values ('Acme', 'acme@example.org', ?) returning id")
                .param(endpoint)
                .query(Integer.class)
                .single();
    }

    int product(int company, String... urls) {
        int category = jdbc.sql("insert into cmw.category (name, slug) values (gen_random_uuid(), gen_random_uuid())"
                        + " returning id")
                .query(Integer.class)
                .single();
        return jdbc.sql("insert into cmw.product (type, company_id, category_id, name, syndication_endpoints)"
                        + " values ('SYNDICATED', ?, ?, 'Wiki', ?::jsonb) returning id")
                .params(company, category, json.write(List.of(urls)))
                .query(Integer.class)
                .single();
    }

    void token(String table, int id, String token) {
        jdbc.sql("update cmw." + table + " set notification_secret_token = ? where id = ?")
                .params(token, id)
                .update();
    }

    void inTransaction(Runnable work) {
        database.transaction().executeWithoutResult(tx -> work.run());
    }

    List<DueDelivery> claim() {
        return database.transaction().execute(tx -> store.claim());
    }

    /** A clock that stands until it is moved. */
    static final class MovableClock extends Clock {
        Instant now = Instant.parse("2015-01-12T11:19:30.500Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
