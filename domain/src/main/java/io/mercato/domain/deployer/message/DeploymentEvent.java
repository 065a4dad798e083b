package io.mercato.domain.deployer.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the deployer tells the world, on the address {@code deployer.events}, aggregate {@code subscription/<id>}. */
public sealed interface DeploymentEvent {

    int subscriptionId();

    Instant at();

    /**
     * One line of the customer's deployment log.
     *
     * @param phase what the deployer is at, as {@code CREATING}
     * @param progress percent, 0 to 100
     * @param attemptsLeft how often the step will be tried again
     * @param error what went wrong, in words for the customer; null when nothing did
     * @param temporary whether the step will be tried again
     */
    record Progressed(
            int subscriptionId,
            Instant at,
            String phase,
            String message,
            int progress,
            int attemptsLeft,
            @Nullable String error,
            boolean temporary)
            implements DeploymentEvent {}

    /**
     * The machine runs and answers.
     *
     * @param applicationUrl address of the application; null for a bare machine
     * @param login the application's first login; null for a bare machine
     * @param password its password; null for a bare machine
     */
    record Deployed(
            int subscriptionId,
            Instant at,
            Machine machine,
            @Nullable String applicationUrl,
            @Nullable String login,
            @Nullable String password)
            implements DeploymentEvent {}

    /** @param sshPort port of its SSH server */
    record Machine(String serverId, List<String> addresses, int sshPort, String loginUser) {}

    record Stopped(int subscriptionId, Instant at) implements DeploymentEvent {}

    record Started(int subscriptionId, Instant at, Machine machine) implements DeploymentEvent {}

    record Resized(int subscriptionId, Instant at, String flavor, Machine machine) implements DeploymentEvent {}

    /** It will not be tried again; what was created has been released, or is kept for inspection. */
    record Failed(int subscriptionId, Instant at, String operation, String reason, boolean kept)
            implements DeploymentEvent {}

    /** @param keptVolumeId the data disk that was left in the cloud; null when none was */
    record Undeployed(
            int subscriptionId, Instant at, @Nullable String keptVolumeId) implements DeploymentEvent {}
}
