package io.mercato.processors.deployer;

import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Deployment;
import java.time.Instant;

/**
 * What the message that is being dealt with does next.
 *
 * @param deployment the deployment whose step is to be run
 * @param isDue whether there is one, to be run now
 */
public record Turn(Deployment deployment, boolean isDue) {
    static final Turn NONE = new Turn(null, false);

    static Turn of(Deployment deployment, Instant now) {
        CurrentStep current = deployment.current();
        return current == null || current.due().isAfter(now) ? NONE : new Turn(deployment, true);
    }
}
