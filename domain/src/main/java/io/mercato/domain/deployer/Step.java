package io.mercato.domain.deployer;

/**
 * One thing that the deployer does in a cloud. Each is idempotent, so that it may be repeated after a crash, and each
 * has its {@link StepPolicy}.
 */
public enum Step implements DeploymentCommand {
    CHECK_PREREQUISITES("Checking what the cloud offers", 5),
    ENSURE_NETWORK("Preparing the network", 10),
    ENSURE_KEY("Installing your key", 15),
    ENSURE_FIREWALL("Preparing the firewall", 20),
    CREATE_SERVER("Creating the machine", 30),
    AWAIT_SERVER("Waiting for the machine to answer", 50),
    CREATE_VOLUME("Creating the data disk", 60),
    AWAIT_VOLUME("Waiting for the data disk", 65),
    ATTACH_VOLUME("Attaching the data disk", 70),
    AWAIT_ATTACHED("Waiting for the data disk to be attached", 75),
    AWAIT_APPLICATION("Waiting for the application to answer", 90),

    STOP_SERVER("Stopping the machine", 20),
    AWAIT_STOPPED("Waiting for the machine to stop", 60),
    START_SERVER("Starting the machine", 20),
    CHECK_FLAVOR("Checking the new size", 10),
    RESIZE_SERVER("Resizing the machine", 20),
    AWAIT_RESIZED("Waiting for the new size", 40),

    FIND_LEFTOVERS("Looking for what is to be released", 10),
    DELETE_SERVER("Deleting the machine", 30),
    AWAIT_SERVER_GONE("Waiting for the machine to be gone", 50),
    DELETE_VOLUME("Deleting the data disk", 70),
    AWAIT_VOLUME_GONE("Waiting for the data disk to be gone", 80),

    VERIFY_SERVER("Looking whether the machine is still there", 100);

    private final String words;
    private final int progress;

    Step(String words, int progress) {
        this.words = words;
        this.progress = progress;
    }

    /** What it does, in words for the customer. */
    public String words() {
        return words;
    }

    /** How far the operation is when this step begins, in percent. */
    public int progress() {
        return progress;
    }

    /** Whether it only gets ready what costs nothing, so that doing it again after a crash is as good as having written it. */
    public boolean isPreparation() {
        return this == CHECK_PREREQUISITES || this == ENSURE_NETWORK || this == ENSURE_KEY;
    }

    public StepPolicy policy() {
        return StepPolicy.of(this);
    }
}
