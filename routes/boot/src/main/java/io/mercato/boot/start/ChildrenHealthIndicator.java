package io.mercato.boot.start;

import io.mercato.boot.process.ChildProcess;
import io.mercato.boot.process.Supervisor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when every child process answers: Keycloak, and the simulated cloud. */
@Component("childrenHealthIndicator")
class ChildrenHealthIndicator implements HealthIndicator {
    private final Supervisor supervisor;

    ChildrenHealthIndicator(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        try {
            for (ChildProcess child : supervisor.children()) {
                boolean answers = child.answers();
                health.withDetail(child.name(), answers ? "answers" : "does not answer");
                if (!answers) {
                    health.down();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            health.down(e);
        }
        return health.build();
    }
}
