package io.mercato.platform.deadletter;

import io.mercato.processors.deadletter.FailureStore;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.springframework.stereotype.Component;

/** Has an eye on every route that takes messages from a queue, except on those that keep the dead ones. */
@Component
public class FailureWatch implements RoutePolicyFactory {
    private final FailureStore failures;

    public FailureWatch(FailureStore failures) {
        this.failures = failures;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode node) {
        boolean watched = node instanceof RouteDefinition route
                && route.getEndpointUrl().startsWith("jms:")
                && !routeId.startsWith(KeepDeadLetters.ROUTES);
        return watched ? new FailurePolicy(failures) : null;
    }
}
