package io.mercato.platform.cmw.subscription;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.subscription.MachineStore;
import io.mercato.processors.cmw.subscription.SubscriptionDetails;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import org.springframework.stereotype.Component;

/** Reads subscriptions and their machines; everybody sees his own. */
@Component
public class SubscriptionRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        metadata("subscription", "subscriptionRows");
        // spotless:off
        // In:  variables principal, filter, page; Out: body Page of SubscriptionDetail; Fails: INVALID filter
        from("direct:cmw-list-subscriptions").routeId("cmw-list-subscriptions").errorHandler(noErrorHandler())
            .bean(SubscriptionDetails.class, "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: body SubscriptionDetail, with credentials; variable revision; Fails: NOT_FOUND
        from("direct:cmw-get-subscription").routeId("cmw-get-subscription").errorHandler(noErrorHandler())
            .bean(SubscriptionDetails.class, "get(${variable.principal}, ${variable.id})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'subscriptionRows', ${variable.id})"));

        // In:  variables principal, page; Out: body Page of SubscriptionDetail, those that end soon; Fails: never
        from("direct:cmw-list-expiring-subscriptions").routeId("cmw-list-expiring-subscriptions").errorHandler(noErrorHandler())
            .bean(SubscriptionDetails.class, "expiring(${variable.principal}, ${variable.page})");

        // In:  variable principal; Out: list of the keys that integrators use at subscriptions that he sees; Fails: never
        from("direct:cmw-list-subscription-metadata-keys").routeId("cmw-list-subscription-metadata-keys").errorHandler(noErrorHandler())
            .bean(SubscriptionStore.class, "metadataKeys(${variable.principal})");

        // In:  variables principal, path with key; Out: list of what stands under that key; Fails: never
        from("direct:cmw-list-subscription-metadata-values").routeId("cmw-list-subscription-metadata-values").errorHandler(noErrorHandler())
            .bean(SubscriptionStore.class, "metadataValues(${variable.principal}, ${variable.path[key]})");

        // In:  variables principal, id; Out: body list of Change; Fails: NOT_FOUND
        from("direct:cmw-get-subscription-changelog").routeId("cmw-get-subscription-changelog").errorHandler(noErrorHandler())
            .bean(SubscriptionStore.class, "get(${variable.principal}, ${variable.id})")
            .bean(ChangelogStore.class, "of(subscription, ${variable.id})");

        // In:  variables principal, filter, page; Out: body Page of MachineInstance; Fails: INVALID filter
        from("direct:cmw-list-machines").routeId("cmw-list-machines").errorHandler(noErrorHandler())
            .bean(MachineStore.class, "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: body MachineInstance, variable revision: its subscription's; Fails: NOT_FOUND
        from("direct:cmw-get-machine").routeId("cmw-get-machine").errorHandler(noErrorHandler())
            .bean(MachineStore.class, "get(${variable.principal}, ${variable.id})")
            .setVariable("revision",
                method("revisions", "of(${variable.principal}, 'subscriptionRows', ${body.subscriptionId})"));

        // In:  variables principal, id, ifMatch; body SubscriptionChange; Out: nothing, variable revision; it is done or under way
        // Fails: NOT_FOUND, and as a change of its subscription does
        from("direct:cmw-change-machine").routeId("cmw-change-machine").errorHandler(noErrorHandler())
            .to("direct:cmw-find-subscription-of-machine")
            .to("direct:cmw-change-subscription");

        // In:  variables principal, id, ifMatch; Out: nothing; its subscription ends, and with it the machine
        // Fails: NOT_FOUND, and as the end of its subscription does
        from("direct:cmw-delete-machine").routeId("cmw-delete-machine").errorHandler(noErrorHandler())
            .to("direct:cmw-find-subscription-of-machine")
            .to("direct:cmw-delete-subscription");

        // In:  variables principal, id of a machine; Out: body as it came, variable id: that of its subscription
        // Fails: NOT_FOUND
        from("direct:cmw-find-subscription-of-machine").routeId("cmw-find-subscription-of-machine")
            .errorHandler(noErrorHandler())
            .setVariable("machine", method(MachineStore.class, "get(${variable.principal}, ${variable.id})"))
            .setVariable("id", simple("${variable.machine.subscriptionId}"));
        // spotless:on
    }
}
