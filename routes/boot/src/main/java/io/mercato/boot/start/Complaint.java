package io.mercato.boot.start;

import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.Status;

/** Names the parts that are not up. */
final class Complaint {

    private Complaint() {}

    static String about(HealthComponent health) {
        if (!(health instanceof CompositeHealth parts)) {
            return health.getStatus().getCode();
        }
        return parts.getComponents().entrySet().stream()
                .filter(part -> !part.getValue().getStatus().equals(Status.UP))
                .map(part -> part.getKey() + " " + part.getValue().getStatus().getCode())
                .collect(Collectors.joining(", "));
    }
}
