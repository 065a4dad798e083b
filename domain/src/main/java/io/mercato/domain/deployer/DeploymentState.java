package io.mercato.domain.deployer;

/** Where a deployment is. */
public enum DeploymentState {
    /** There is none: the state before the first command, never stored. */
    ABSENT("not deployed"),
    /** Network, key and firewall are made ready. */
    PREPARING("being prepared"),
    /** The machine is created and boots. */
    CREATING("being created"),
    /** The data disk is created and attached. */
    ATTACHING("getting its data disk"),
    /** The application starts. */
    CONFIGURING("being configured"),
    /** The machine runs. */
    DEPLOYED("running"),
    STOPPING("being stopped"),
    STOPPED("stopped"),
    STARTING("being started"),
    RESIZING("being resized"),
    /** It failed for good, and what it created is being given back. */
    RELEASING("being released after a failure"),
    /** It failed; what it created has been given back, or is kept for inspection. */
    FAILED("failed"),
    UNDEPLOYING("being undeployed"),
    UNDEPLOYED("undeployed");

    private final String words;

    DeploymentState(String words) {
        this.words = words;
    }

    /** For a sentence "the machine is …". */
    public String words() {
        return words;
    }

    /** Nothing goes on: only a command from outside moves it. */
    public boolean isAtRest() {
        return switch (this) {
            case ABSENT, DEPLOYED, STOPPED, FAILED, UNDEPLOYED -> true;
            default -> false;
        };
    }

    /** What is being done in this state: DEPLOY, STOP, START, RESIZE, UNDEPLOY, or RUN when nothing is. */
    public String operation() {
        return switch (this) {
            case ABSENT, PREPARING, CREATING, ATTACHING, CONFIGURING, RELEASING -> "DEPLOY";
            case STOPPING -> "STOP";
            case STARTING -> "START";
            case RESIZING -> "RESIZE";
            case UNDEPLOYING, UNDEPLOYED -> "UNDEPLOY";
            case DEPLOYED, STOPPED, FAILED -> "RUN";
        };
    }
}
