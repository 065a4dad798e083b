package io.mercato.platform.error;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * What happens when a route fails; entry routes choose by {@code routeConfigurationId}.
 *
 * <p>{@code transacted}: nothing is handled, so the transaction and the broker's session roll back and the broker
 * redelivers with back-off, and gives up to the dead-letter queue. A dead-letter channel here would commit the failure.
 *
 * <p>{@code clock}: a timer's run that fails is logged, and the next run tries again.
 */
@Component
public class ErrorPolicies extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        routeConfiguration("transacted").errorHandler(noErrorHandler());
        routeConfiguration("clock").errorHandler(defaultErrorHandler());
    }
}
