package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.EventDelivery;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventFilter;
import io.mercato.domain.cmw.event.EventNotification;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventState;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries as {@code /event} shows and deletes them. */
@Component
public class EventDeliveries {
    private static final String MATCHING = """
             from cmw.vendor_event
            where (:vendor::int is null or vendor_id = :vendor and recipient <> 'PLATFORM')
              and (:entity::text is null or entity = :entity)
              and (:entityId::int is null or entity_id = :entityId)
              and (:type::text is null or type = :type)
            """;

    private final JdbcClient jdbc;
    private final Json json;

    public EventDeliveries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Newest first.
     *
     * @param vendorId show only what went to this vendor's endpoints; null for all
     */
    Page<EventDelivery> list(EventFilter filter, @Nullable Integer vendorId, PageRequest page) {
        long total = matching("select count(*)" + MATCHING, filter, vendorId)
                .query(Long.class)
                .single();
        var items = matching("select *" + MATCHING + "order by id desc limit :limit offset :offset", filter, vendorId)
                .param("limit", page.size())
                .param("offset", page.offset())
                .query(this::delivery)
                .list();
        return new Page<>(items, page, total);
    }

    Optional<EventDelivery> find(int id) {
        return jdbc.sql("select * from cmw.vendor_event where id = ?")
                .param(id)
                .query(this::delivery)
                .optional();
    }

    /** Whether there was one. */
    boolean delete(int id) {
        return jdbc.sql("delete from cmw.vendor_event where id = ?").param(id).update() == 1;
    }

    /** How many there were. */
    int deleteAll(EventState state) {
        String which = switch (state) {
            case NOTIFIED -> "notified_at is not null";
            case FAILED -> "notified_at is null and last_error is not null";
        };
        return jdbc.sql("delete from cmw.vendor_event where " + which).update();
    }

    private JdbcClient.StatementSpec matching(String sql, EventFilter filter, @Nullable Integer vendorId) {
        EventEntity entity = filter.entity();
        EventType type = filter.type();
        return jdbc.sql(sql)
                .param("vendor", vendorId)
                .param("entity", entity == null ? null : entity.entityName())
                .param("entityId", filter.entityId())
                .param("type", type == null ? null : type.name());
    }

    private EventDelivery delivery(ResultSet row, int index) throws SQLException {
        boolean notified = row.getTimestamp("notified_at") != null;
        return new EventDelivery(
                row.getInt("id"),
                instant(row.getTimestamp("created_at")),
                EventRecipient.valueOf(row.getString("recipient")),
                row.getString("endpoint"),
                EventEntity.named(row.getString("entity")).orElseThrow(),
                row.getInt("entity_id"),
                EventType.valueOf(row.getString("type")),
                row.getObject("product_id", Integer.class),
                row.getObject("vendor_id", Integer.class),
                row.getInt("attempts"),
                notified ? null : instant(row.getTimestamp("next_attempt_at")),
                row.getString("last_error"),
                notified,
                json.read(row.getString("body"), EventNotification.class));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
