package io.mercato.domain.deployer;

/** What can happen to a deployment: a command from outside, the result of a step, or the failure of one. */
public enum DeploymentEventKind {
    DEPLOY_REQUESTED,
    STOP_REQUESTED,
    START_REQUESTED,
    RESIZE_REQUESTED,
    UNDEPLOY_REQUESTED,

    /** Flavor and image exist, the quota suffices. */
    PREREQUISITES_MET,
    NETWORK_READY,
    KEY_READY,
    FIREWALL_READY,
    /** The cloud builds the machine. */
    SERVER_ACCEPTED,
    /** The machine answers, and nothing more is to be done. */
    MACHINE_ANSWERS,
    /** The machine answers; its data disk is next. */
    MACHINE_ANSWERS_FOR_DISK,
    /** The machine answers; its application is next. */
    MACHINE_ANSWERS_FOR_APPLICATION,
    /** The machine failed in the cloud, or is gone though nobody deleted it. */
    SERVER_VANISHED,
    VOLUME_ACCEPTED,
    VOLUME_AVAILABLE,
    ATTACH_ACCEPTED,
    VOLUME_ATTACHED,
    APPLICATION_ANSWERS,

    STOP_ACCEPTED,
    SERVER_STOPPED,
    START_ACCEPTED,
    RESIZE_ACCEPTED,
    SERVER_RESIZED,

    /** What the cloud holds for this deployment is known. */
    LEFTOVERS_FOUND,
    SERVER_DELETE_ACCEPTED,
    /** Server, key and firewall are away; the data disk is next. */
    SERVER_GONE_DISK_NEXT,
    VOLUME_DELETE_ACCEPTED,
    /** Nothing is left in the cloud, or nothing but the data disk that is to be kept. */
    ALL_RELEASED,

    /** A step failed and is tried again. */
    ATTEMPT_FAILED,
    /** A step failed for good or has no attempt left. */
    GIVEN_UP,
    /** The same, and what was created is to be kept for inspection. */
    GIVEN_UP_KEEPING,

    /** Reconciliation does not find the machine in the cloud's list. */
    SERVER_MISSED,
    /** It is there all the same. */
    SERVER_SEEN;

    /** Whether it is a command from outside. */
    public boolean isCommand() {
        return switch (this) {
            case DEPLOY_REQUESTED, STOP_REQUESTED, START_REQUESTED, RESIZE_REQUESTED, UNDEPLOY_REQUESTED -> true;
            default -> false;
        };
    }
}
