package io.mercato.domain.deployer;

import io.mercato.domain.lifecycle.Outcome;
import io.mercato.domain.lifecycle.Outcome.Moved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event, taken through the lifecycle's table: what the deployment is then, what is written and told of it. */
final class Transition {
    private final Deployment deployment;
    private final DeploymentEventKind event;
    private final Instant now;
    private @Nullable UUID token;
    private Duration pause = Duration.ZERO;
    private @Nullable String error;
    private boolean temporary;
    private int attemptsLeft;

    private Transition(Deployment deployment, DeploymentEventKind event, Instant now) {
        this.deployment = deployment;
        this.event = event;
        this.now = now;
    }

    static Transition of(Deployment deployment, DeploymentEventKind event, Instant now) {
        return new Transition(deployment, event, now);
    }

    /** The next step is run at once by the message that is being dealt with. */
    Transition drivenBy(UUID messageToken) {
        this.token = messageToken;
        return this;
    }

    /** The next step is run after a pause. */
    Transition after(Duration wait) {
        this.pause = wait;
        return this;
    }

    /** It happened because of this error, which is final. */
    Transition failedFor(String reason) {
        this.error = reason;
        return this;
    }

    /** It happened because of this error, and is tried again. */
    Transition retriedFor(String reason, int left) {
        this.error = reason;
        this.temporary = true;
        this.attemptsLeft = left;
        return this;
    }

    boolean isLegal() {
        return DeploymentLifecycle.table().isLegal(deployment.state(), event);
    }

    /** @throws IllegalStateException when the table does not know the event: a step must not lead to one */
    Decision decide() {
        Outcome<DeploymentState, DeploymentEventKind, DeploymentCommand> outcome =
                DeploymentLifecycle.apply(deployment.state(), event);
        if (outcome instanceof Moved<DeploymentState, DeploymentEventKind, DeploymentCommand> moved) {
            return decide(moved);
        }
        throw new IllegalStateException(event + " is illegal in " + deployment.state());
    }

    private Decision decide(Moved<DeploymentState, DeploymentEventKind, DeploymentCommand> moved) {
        CurrentStep next = next(moved);
        boolean deployed = moved.to() == DeploymentState.DEPLOYED && moved.from() != DeploymentState.DEPLOYED;
        Deployment after = deployment.in(moved.to()).at(next).keepingDisk(deployment.keepDisk() || deployed);
        List<Told> told = new ArrayList<>();
        for (DeploymentCommand command : moved.commands()) {
            if (command instanceof Announcement announcement) {
                told.add(new Told(announcement, moved.from().operation(), after.failure(), isKept(after)));
            }
        }
        return new Decision(clean(after), List.of(line(after)), told);
    }

    private @Nullable CurrentStep next(Moved<DeploymentState, DeploymentEventKind, DeploymentCommand> moved) {
        for (DeploymentCommand command : moved.commands()) {
            if (command instanceof Step step) {
                return token != null && pause.isZero()
                        ? CurrentStep.begin(step, now, token)
                        : CurrentStep.beginAfter(step, now, pause);
            }
        }
        boolean goesOn = event == DeploymentEventKind.ATTEMPT_FAILED || event.isCommand();
        return moved.from() == moved.to() && goesOn ? deployment.current() : null;
    }

    /** A failure belongs to a deployment that failed; an operation that did not work leaves the machine as it was. */
    private static Deployment clean(Deployment after) {
        boolean keepsFailure = after.state() == DeploymentState.FAILED
                || after.state() == DeploymentState.RELEASING
                || after.state() == DeploymentState.UNDEPLOYING;
        return keepsFailure ? after : after.failing(null, false);
    }

    private static boolean isKept(Deployment after) {
        return after.state() != DeploymentState.FAILED || after.kept();
    }

    private HistoryEntry line(Deployment after) {
        CurrentStep step = after.current();
        return new HistoryEntry(
                now,
                after.state(),
                step == null ? null : step.step(),
                event,
                step == null
                        ? "The machine is " + after.state().words()
                        : step.step().words(),
                step == null ? 100 : step.step().progress(),
                temporary ? attemptsLeft : step == null ? 0 : step.attemptsLeft(),
                error,
                temporary);
    }
}
