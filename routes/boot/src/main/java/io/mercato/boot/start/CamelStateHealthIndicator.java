package io.mercato.boot.start;

import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when all routes run; Tomcat listens before they do. */
@Component("camelStateHealthIndicator")
class CamelStateHealthIndicator implements HealthIndicator {
    private final CamelContext camel;

    CamelStateHealthIndicator(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Health health() {
        boolean runs = camel.getStatus().isStarted();
        return (runs ? Health.up() : Health.down())
                .withDetail("status", camel.getStatus().name())
                .withDetail("routes", camel.getRoutesSize())
                .build();
    }
}
