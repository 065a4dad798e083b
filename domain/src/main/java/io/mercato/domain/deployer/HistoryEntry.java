package io.mercato.domain.deployer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a deployment's history, and of the customer's log.
 *
 * @param state where the deployment was from then on
 * @param step the step it was at; null when at none
 * @param event what had happened
 * @param progress percent, 0 to 100
 * @param attemptsLeft how often the step would be tried again
 * @param error what went wrong, in words for the customer; null when nothing did
 * @param temporary whether the step would be tried again
 */
public record HistoryEntry(
        Instant at,
        DeploymentState state,
        @Nullable Step step,
        DeploymentEventKind event,
        String message,
        int progress,
        int attemptsLeft,
        @Nullable String error,
        boolean temporary) {}
