package io.mercato.domain.deployer;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell the world about a deployment.
 *
 * @param operation what was being done: DEPLOY, STOP, START, RESIZE, UNDEPLOY or RUN
 * @param reason why it failed; null when it did not
 * @param kept whether what was created is still there
 */
public record Told(
        Announcement announcement,
        String operation,
        @Nullable String reason,
        boolean kept) {}
