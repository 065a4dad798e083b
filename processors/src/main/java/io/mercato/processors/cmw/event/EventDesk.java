package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.EventDelivery;
import io.mercato.domain.cmw.event.EventDraft;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventFilter;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventState;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody may see and do of the deliveries: a vendor reads its own, staff read all, administrators send and delete.
 */
@Component
public class EventDesk {
    private final EventDeliveries deliveries;
    private final VendorEvents events;
    private final JdbcClient jdbc;

    public EventDesk(EventDeliveries deliveries, VendorEvents events, JdbcClient jdbc) {
        this.deliveries = deliveries;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A filter that is null lets all through; {@code entity} and {@code type} as in the event, in any case. */
    public Page<EventDelivery> list(
            Principal principal,
            PageRequest page,
            @Nullable String entity,
            @Nullable Integer id,
            @Nullable String type) {
        EventFilter filter = new EventFilter(
                entity == null ? null : entity(entity),
                id,
                type == null ? null : constant(EventType.class, "type", type));
        if (principal.role().isStaff()) {
            return deliveries.list(filter, null, page);
        }
        if (principal.role() != Role.VENDOR || principal.companyId() == null) {
            throw Errors.forbidden();
        }
        return deliveries.list(filter, principal.companyId(), page);
    }

    /** The same, narrowed by the query {@code entity}, {@code id}, {@code type}. */
    public Page<EventDelivery> listBy(Principal principal, PageRequest page, Filter query) {
        return list(principal, page, query.text("entity"), query.integer("id"), query.text("type"));
    }

    /** The endpoint is sent this event, and no other one is. */
    public EventDelivery create(Principal principal, EventDraft draft) {
        requireAdministrator(principal);
        if (EventEndpointRules.problem(draft.endpoint()) != null) {
            throw Errors.invalidField("endpoint", EventEndpointRules.problem(draft.endpoint()));
        }
        require(draft.recipient() == EventRecipient.PRODUCT, "product", draft.productId());
        require(draft.recipient() == EventRecipient.COMPANY, "vendor", draft.vendorId());
        requireKnown("product", draft.productId());
        requireKnown("company", draft.vendorId());
        int id = events.recordFor(
                draft.endpoint(),
                draft.recipient(),
                new VendorEvents.Event(
                        draft.entity(),
                        draft.entityId(),
                        draft.type(),
                        draft.vendorId(),
                        draft.productId(),
                        draft.metadata()));
        return deliveries.find(id).orElseThrow();
    }

    public void delete(Principal principal, int id) {
        requireAdministrator(principal);
        if (!deliveries.delete(id)) {
            throw Errors.notFound("event", id);
        }
    }

    /** {@code eventType}: {@code notified} or {@code failed}, in any case. */
    public int deleteAll(Principal principal, @Nullable String eventType) {
        requireAdministrator(principal);
        if (eventType == null) {
            throw Errors.invalidField("eventType", "must be given");
        }
        return deliveries.deleteAll(constant(EventState.class, "eventType", eventType));
    }

    /** The same, by the query {@code eventType}. */
    public int deleteAllBy(Principal principal, Filter query) {
        return deleteAll(principal, query.text("eventType"));
    }

    private static void requireAdministrator(Principal principal) {
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
    }

    private static void require(boolean needed, String field, @Nullable Integer value) {
        if (needed && value == null) {
            throw Errors.invalidField(field, "must be given for this recipient");
        }
    }

    private void requireKnown(String table, @Nullable Integer id) {
        if (id != null
                && jdbc.sql("select 1 from cmw." + table + " where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .optional()
                        .isEmpty()) {
            throw Errors.unknownReference(table.equals("company") ? "vendor" : table, table + "/" + id);
        }
    }

    private static EventEntity entity(String name) {
        return EventEntity.named(name)
                .orElseThrow(() -> Errors.invalidField(
                        "entity",
                        "must be one of "
                                + Arrays.stream(EventEntity.values())
                                        .map(EventEntity::entityName)
                                        .toList()));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> Errors.invalidField(field, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
