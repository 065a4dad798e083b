package io.mercato.platform.cmw.event;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.event.EventDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The deliveries for {@code /event}: list, send by hand, delete. */
@Component
public class EventDeskRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, page, filter (entity, id, type: each may be missing)
        // Out: body Page of EventDelivery, newest first; a vendor's own, or everybody's for staff
        // Fails: forbidden for other roles, invalid for an unknown entity or type
        from("direct:cmw-list-events").routeId("cmw-list-events").errorHandler(noErrorHandler())
            .bean(EventDesk.class, "listBy(${variable.principal}, ${variable.page}, ${variable.filter})");

        // In:  variable principal, body EventDraft
        // Out: body the EventDelivery, which is sent after the commit; variable location
        // Fails: forbidden but for staff; invalid or rejected for an endpoint, product or vendor that will not do
        from("direct:cmw-create-event").routeId("cmw-create-event").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EventDesk.class, "create(${variable.principal}, ${body})")
            .setVariable("location", simple("event/${body.id}"));

        // In:  variables principal, id; Out: nothing; Fails: forbidden but for administrators, not found
        from("direct:cmw-delete-event").routeId("cmw-delete-event").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EventDesk.class, "delete(${variable.principal}, ${variable.id})");

        // In:  variables principal, filter (eventType: notified or failed); Out: body how many were deleted
        // Fails: forbidden but for administrators, invalid for another type
        from("direct:cmw-delete-events").routeId("cmw-delete-events").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EventDesk.class, "deleteAllBy(${variable.principal}, ${variable.filter})");
        // spotless:on
    }
}
