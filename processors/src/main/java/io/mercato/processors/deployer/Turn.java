package io.mercato.processors.deployer;

import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Decision;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the message that is being dealt with does next.
 *
 * @param deployment the deployment whose step is to be run
 * @param isDue whether there is one, to be run now
 * @param stored the step that the database has it at; an earlier one while what is done waits to be written
 * @param unwritten lines that are written with the next commit
 */
public record Turn(Deployment deployment, boolean isDue, CurrentStep stored, List<HistoryEntry> unwritten) {
    static final Turn NONE = new Turn(null, false, null, List.of());

    public Turn {
        unwritten = List.copyOf(unwritten);
    }

    static Turn of(Deployment deployment, Instant now) {
        CurrentStep current = deployment.current();
        return current == null || current.due().isAfter(now) ? NONE : new Turn(deployment, true, current, List.of());
    }

    /** The next step of the same message, while this one's outcome waits to be written. */
    Turn followedBy(Decision decision) {
        return new Turn(decision.deployment(), true, stored, with(decision.history()));
    }

    List<HistoryEntry> with(List<HistoryEntry> more) {
        return Stream.concat(unwritten.stream(), more.stream()).toList();
    }

    /** When the first of the lines that wait was new; now, when none waits. */
    Instant waitingSince(Instant now) {
        return unwritten.isEmpty() ? now : unwritten.get(0).at();
    }
}
