package io.mercato.domain.deployer;

/** What is told to the world; becomes the message of the like name. */
public enum Announcement implements DeploymentCommand {
    TELL_DEPLOYED,
    TELL_STOPPED,
    TELL_STARTED,
    TELL_RESIZED,
    TELL_FAILED,
    TELL_UNDEPLOYED
}
