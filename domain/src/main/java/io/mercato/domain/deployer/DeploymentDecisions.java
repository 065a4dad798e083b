package io.mercato.domain.deployer;

import static java.util.Objects.requireNonNull;

import io.mercato.domain.deployer.StepResult.Done;
import io.mercato.domain.deployer.StepResult.Failure;
import io.mercato.domain.deployer.StepResult.NotYet;
import io.mercato.domain.deployer.StepResult.Vanished;
import java.time.Instant;
import java.util.List;

/** What follows from the result of a step, by the lifecycle's table and the step's policy. */
public final class DeploymentDecisions {

    private DeploymentDecisions() {}

    /**
     * @param deployment at the step whose result this is
     * @param keepFailed whether a build that fails is kept for inspection
     */
    public static Decision afterStep(Deployment deployment, StepResult result, boolean keepFailed, Instant now) {
        CurrentStep current = requireNonNull(deployment.current(), "a deployment at rest has no step");
        if (result instanceof Done done) {
            return done(deployment, current, done, now);
        } else if (result instanceof NotYet) {
            return notYet(deployment, current, keepFailed, now);
        } else if (result instanceof Vanished vanished) {
            return vanished(deployment, vanished.reason(), keepFailed, now);
        }
        return failed(deployment, current, (Failure) result, keepFailed, now);
    }

    private static Decision done(Deployment deployment, CurrentStep current, Done done, Instant now) {
        DeploymentSpec spec = done.event() == DeploymentEventKind.SERVER_RESIZED
                ? deployment.spec().resized()
                : deployment.spec();
        Deployment having = deployment.having(done.resources()).ordered(spec);
        return Transition.of(having, done.event(), now)
                .drivenBy(current.token())
                .decide();
    }

    private static Decision notYet(Deployment deployment, CurrentStep current, boolean keepFailed, Instant now) {
        if (now.isBefore(current.deadline())) {
            return new Decision(deployment.at(current.lookAgain(now)), List.of(), List.of());
        }
        long minutes = current.step().policy().timeout().toMinutes();
        return givenUp(
                deployment, current.step().words() + " took longer than " + minutes + " minutes", keepFailed, now);
    }

    private static Decision vanished(Deployment deployment, String reason, boolean keepFailed, Instant now) {
        if (deployment.state() != DeploymentState.CREATING) {
            return Transition.of(deployment.failing(reason, true), DeploymentEventKind.SERVER_VANISHED, now)
                    .failedFor(reason)
                    .decide();
        }
        int left =
                Step.CREATE_SERVER.policy().attempts() - deployment.resources().builds();
        if (left <= 0) {
            return givenUp(deployment, reason, keepFailed, now);
        }
        return Transition.of(deployment, DeploymentEventKind.SERVER_VANISHED, now)
                .retriedFor(reason, left - 1)
                .after(Step.CREATE_SERVER
                        .policy()
                        .backoffAfter(Math.max(1, deployment.resources().builds())))
                .decide();
    }

    private static Decision failed(
            Deployment deployment, CurrentStep current, Failure failure, boolean keepFailed, Instant now) {
        boolean again = failure.temporary() || current.step().policy().insists();
        if (!again || !current.mayRetry(now)) {
            return givenUp(deployment, failure.error(), keepFailed, now);
        }
        return Transition.of(deployment.at(current.retry(now)), DeploymentEventKind.ATTEMPT_FAILED, now)
                .retriedFor(failure.error(), current.attemptsLeft())
                .decide();
    }

    private static Decision givenUp(Deployment deployment, String error, boolean keepFailed, Instant now) {
        boolean keep = keepFailed
                && DeploymentLifecycle.table().isLegal(deployment.state(), DeploymentEventKind.GIVEN_UP_KEEPING);
        DeploymentEventKind event = keep ? DeploymentEventKind.GIVEN_UP_KEEPING : DeploymentEventKind.GIVEN_UP;
        String why = deployment.state() == DeploymentState.RELEASING && deployment.failure() != null
                ? deployment.failure() + "; what it had created could not be released: " + error
                : error;
        return Transition.of(deployment.failing(why, keep), event, now)
                .failedFor(error)
                .decide();
    }
}
