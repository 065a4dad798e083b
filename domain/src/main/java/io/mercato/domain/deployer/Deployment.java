package io.mercato.domain.deployer;

import org.jspecify.annotations.Nullable;

/**
 * A machine, or the way to one.
 *
 * @param id the deployer's own number; 0 before it is stored
 * @param subscriptionId for whom; a subscription has at most one deployment
 * @param current the step it is at; null when nothing is to be done
 * @param failure why it failed, in words for the customer; null when it did not
 * @param keepDisk whether the data disk is to outlive the machine
 * @param kept whether what a failure left behind is kept on purpose
 */
public record Deployment(
        long id,
        int subscriptionId,
        DeploymentSpec spec,
        DeploymentState state,
        @Nullable CurrentStep current,
        DeploymentResources resources,
        @Nullable String failure,
        boolean keepDisk,
        boolean kept) {

    /** A subscription for which nothing has been done. */
    public static Deployment absent(int subscriptionId) {
        return new Deployment(
                0,
                subscriptionId,
                DeploymentSpec.NONE,
                DeploymentState.ABSENT,
                null,
                DeploymentResources.NONE,
                null,
                false,
                false);
    }

    public Deployment in(DeploymentState newState) {
        return new Deployment(id, subscriptionId, spec, newState, current, resources, failure, keepDisk, kept);
    }

    public Deployment at(@Nullable CurrentStep step) {
        return new Deployment(id, subscriptionId, spec, state, step, resources, failure, keepDisk, kept);
    }

    public Deployment having(DeploymentResources changed) {
        return new Deployment(id, subscriptionId, spec, state, current, changed, failure, keepDisk, kept);
    }

    public Deployment ordered(DeploymentSpec changed) {
        return new Deployment(id, subscriptionId, changed, state, current, resources, failure, keepDisk, kept);
    }

    public Deployment failing(@Nullable String why, boolean keep) {
        return new Deployment(id, subscriptionId, spec, state, current, resources, why, keepDisk, keep);
    }

    public Deployment keepingDisk(boolean keep) {
        return new Deployment(id, subscriptionId, spec, state, current, resources, failure, keep, kept);
    }

    /** What comes next once the machine answers: disk and configuration are for applications only. */
    public DeploymentEventKind whenMachineAnswers() {
        if (spec.application() == null) {
            return DeploymentEventKind.MACHINE_ANSWERS;
        }
        return state == DeploymentState.CREATING && spec.dataDiskGigabytes() > 0
                ? DeploymentEventKind.MACHINE_ANSWERS_FOR_DISK
                : DeploymentEventKind.MACHINE_ANSWERS_FOR_APPLICATION;
    }

    /** What comes next once server, key and firewall are away. */
    public DeploymentEventKind whenServerIsGone() {
        return resources.has(CloudThing.VOLUME) && !keepDisk
                ? DeploymentEventKind.SERVER_GONE_DISK_NEXT
                : DeploymentEventKind.ALL_RELEASED;
    }
}
