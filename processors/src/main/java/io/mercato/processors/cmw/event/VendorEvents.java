package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventNotification;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.processors.json.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the outside what has changed: writes one delivery for each endpoint, in the transaction of the change. */
@Component
public class VendorEvents {
    private static final String INSERT = """
            insert into cmw.vendor_event (created_at, recipient, endpoint, entity, entity_id, type, product_id,
                                          vendor_id, body, next_attempt_at)
            values (:now, :recipient, :endpoint, :entity, :entityId, :type, :productId, :vendorId, :body, :now)
            returning id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final EventEndpoints endpoints;
    private final EventSignal signal;

    public VendorEvents(JdbcClient jdbc, Json json, Clock clock, EventEndpoints endpoints, EventSignal signal) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.endpoints = endpoints;
        this.signal = signal;
    }

    /**
     * The entity has changed. Within the transaction of the change only; events of one entity are told in the order in
     * which their transactions commit, for the first one holds the entity's lock until then.
     *
     * @param vendorCompanyId the company whose product it concerns; null for none
     * @param productId the product that it concerns; null for none
     */
    public void record(
            EventEntity entity,
            int entityId,
            EventType type,
            @Nullable Integer vendorCompanyId,
            @Nullable Integer productId,
            Map<String, Object> metadata) {
        requireTransaction(entity, entityId);
        Event event = new Event(entity, entityId, type, vendorCompanyId, productId, metadata);
        var targets = endpoints.of(entity, vendorCompanyId, productId);
        if (!targets.isEmpty()) {
            lock(entity, entityId);
            targets.forEach(target -> insert(event, target.recipient(), target.url()));
        }
    }

    /** To this endpoint alone; returns the delivery's id. */
    int recordFor(String endpoint, EventRecipient recipient, Event event) {
        requireTransaction(event.entity(), event.entityId());
        lock(event.entity(), event.entityId());
        return insert(event, recipient, endpoint);
    }

    private static void requireTransaction(EventEntity entity, int entityId) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An event is recorded within the transaction of its change: " + entity.url(entityId));
        }
    }

    private void lock(EventEntity entity, int entityId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("vendor-event " + entity.url(entityId))
                .query((row, index) -> true)
                .single();
    }

    private int insert(Event event, EventRecipient recipient, String endpoint) {
        Instant now = clock.instant();
        EventNotification body =
                EventNotification.of(now, event.entity(), event.entityId(), event.type(), event.metadata());
        int id = jdbc.sql(INSERT)
                .param("now", Timestamp.from(now))
                .param("recipient", recipient.name())
                .param("endpoint", endpoint)
                .param("entity", event.entity().entityName())
                .param("entityId", event.entityId())
                .param("type", event.type().name())
                .param("productId", event.productId())
                .param("vendorId", event.vendorId())
                .param("body", json.write(body))
                .query(Integer.class)
                .single();
        signal.wakeAfterCommit();
        return id;
    }

    record Event(
            EventEntity entity,
            int entityId,
            EventType type,
            @Nullable Integer vendorId,
            @Nullable Integer productId,
            Map<String, Object> metadata) {}
}
