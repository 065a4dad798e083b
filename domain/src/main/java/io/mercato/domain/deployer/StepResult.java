package io.mercato.domain.deployer;

/** What came of one turn of a step. */
public sealed interface StepResult {

    /** @param resources what the deployment has from now on */
    record Done(DeploymentEventKind event, DeploymentResources resources) implements StepResult {}

    /** The cloud is at it: look again later. */
    record NotYet() implements StepResult {}

    /** The machine failed in the cloud, or is gone. */
    record Vanished(String reason) implements StepResult {}

    /**
     * The cloud refused or was not there.
     *
     * @param error what it said, in words for the customer
     * @param temporary whether the same may go through later
     */
    record Failure(String error, boolean temporary) implements StepResult {}
}
