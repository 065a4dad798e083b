package io.mercato.rest.deployer;

import io.mercato.domain.deployer.DeploymentEventKind;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.Step;
import java.time.Instant;

/** One line of a deployment's history. */
record HistoryEntryBody(
        Instant at,
        DeploymentState state,
        Step step,
        DeploymentEventKind event,
        String message,
        int progress,
        int attemptsLeft,
        String error,
        boolean temporary) {

    static HistoryEntryBody of(HistoryEntry entry) {
        return new HistoryEntryBody(
                entry.at(),
                entry.state(),
                entry.step(),
                entry.event(),
                entry.message(),
                entry.progress(),
                entry.attemptsLeft(),
                entry.error(),
                entry.temporary());
    }
}
