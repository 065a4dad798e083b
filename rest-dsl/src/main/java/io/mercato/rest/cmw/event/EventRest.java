package io.mercato.rest.cmw.event;

import io.mercato.domain.cmw.event.EventDelivery;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code /event}. */
@Component
public class EventRest extends RestModule {
    private static final Set<Role> READERS = EnumSet.of(Role.VENDOR, Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN);

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of("cmw-list-events", "GET", "/event", "direct:cmw-list-events", "Events, the newest first")
                        .allowed(READERS)
                        .answersMany(EventBody.class, EventDelivery.class, EventBody::of),
                Operation.of("cmw-create-event", "POST", "/event", "direct:cmw-create-event", "Sends an event by hand")
                        .allowed(Operation.ADMINISTRATORS)
                        .takes(EventBody.class, EventBody::toDomain)
                        .answersCreated(EventBody.class, EventDelivery.class, EventBody::of),
                Operation.of(
                                "cmw-delete-events",
                                "DELETE",
                                "/event",
                                "direct:cmw-delete-events",
                                "Forgets the events that were notified, or that failed")
                        .allowed(Operation.ADMINISTRATORS),
                Operation.of("cmw-delete-event", "DELETE", "/event/{id}", "direct:cmw-delete-event", "Forgets an event")
                        .allowed(Operation.ADMINISTRATORS));
    }
}
