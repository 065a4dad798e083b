package io.mercato.domain.deployer;

import static io.mercato.domain.deployer.Announcement.*;
import static io.mercato.domain.deployer.DeploymentEventKind.*;
import static io.mercato.domain.deployer.DeploymentState.*;
import static io.mercato.domain.deployer.Step.*;

import io.mercato.domain.lifecycle.LifecycleTable;
import io.mercato.domain.lifecycle.Outcome;

/** Where a deployment may go. Source of the diagram in {@code docs/deployer/lifecycle.md}. */
public final class DeploymentLifecycle {
    // spotless:off
    private static final LifecycleTable<DeploymentState, DeploymentEventKind, DeploymentCommand> TABLE =
            LifecycleTable.<DeploymentState, DeploymentEventKind, DeploymentCommand>of(
                    DeploymentState.class, DeploymentEventKind.class)

            // build
            .in(ABSENT, FAILED, UNDEPLOYED)
                .on(DEPLOY_REQUESTED).goTo(PREPARING).then(CHECK_PREREQUISITES)
            .in(PREPARING)
                .on(PREREQUISITES_MET).stay().then(ENSURE_NETWORK)
                .on(NETWORK_READY).stay().then(ENSURE_KEY)
                .on(KEY_READY).stay().then(ENSURE_FIREWALL)
                .on(FIREWALL_READY).goTo(CREATING).then(CREATE_SERVER)
            .in(CREATING)
                .on(SERVER_ACCEPTED).stay().then(AWAIT_SERVER)
                .on(SERVER_VANISHED).stay().then(CREATE_SERVER)
                .on(MACHINE_ANSWERS).goTo(DEPLOYED).then(TELL_DEPLOYED)
                .on(MACHINE_ANSWERS_FOR_DISK).goTo(ATTACHING).then(CREATE_VOLUME)
                .on(MACHINE_ANSWERS_FOR_APPLICATION).goTo(CONFIGURING).then(AWAIT_APPLICATION)
            .in(ATTACHING)
                .on(VOLUME_ACCEPTED).stay().then(AWAIT_VOLUME)
                .on(VOLUME_AVAILABLE).stay().then(ATTACH_VOLUME)
                .on(ATTACH_ACCEPTED).stay().then(AWAIT_ATTACHED)
                .on(VOLUME_ATTACHED).goTo(CONFIGURING).then(AWAIT_APPLICATION)
            .in(CONFIGURING)
                .on(APPLICATION_ANSWERS).goTo(DEPLOYED).then(TELL_DEPLOYED)
            .in(PREPARING, CREATING, ATTACHING, CONFIGURING)
                .on(DEPLOY_REQUESTED).stay()
                .on(GIVEN_UP).goTo(RELEASING).then(FIND_LEFTOVERS)
                .on(GIVEN_UP_KEEPING).goTo(FAILED).then(TELL_FAILED)
                .on(UNDEPLOY_REQUESTED).goTo(UNDEPLOYING).then(FIND_LEFTOVERS)

            // run
            .in(DEPLOYED)
                .on(DEPLOY_REQUESTED).stay().then(TELL_DEPLOYED)
                .on(START_REQUESTED).stay().then(TELL_STARTED)
                .on(STOP_REQUESTED).goTo(STOPPING).then(STOP_SERVER)
                .on(RESIZE_REQUESTED).goTo(RESIZING).then(CHECK_FLAVOR)
            .in(STOPPING)
                .on(STOP_REQUESTED).stay()
                .on(STOP_ACCEPTED).stay().then(AWAIT_STOPPED)
                .on(SERVER_STOPPED).goTo(STOPPED).then(TELL_STOPPED)
                .on(GIVEN_UP).goTo(DEPLOYED).then(TELL_FAILED)
            .in(STOPPED)
                .on(STOP_REQUESTED).stay().then(TELL_STOPPED)
                .on(START_REQUESTED).goTo(STARTING).then(START_SERVER)
            .in(STARTING)
                .on(START_REQUESTED).stay()
                .on(START_ACCEPTED).stay().then(AWAIT_SERVER)
                .on(MACHINE_ANSWERS_FOR_APPLICATION).stay().then(AWAIT_APPLICATION)
                .on(MACHINE_ANSWERS).goTo(DEPLOYED).then(TELL_STARTED)
                .on(APPLICATION_ANSWERS).goTo(DEPLOYED).then(TELL_STARTED)
                .on(GIVEN_UP).goTo(STOPPED).then(TELL_FAILED)
            .in(RESIZING)
                .on(PREREQUISITES_MET).stay().then(RESIZE_SERVER)
                .on(RESIZE_ACCEPTED).stay().then(AWAIT_RESIZED)
                .on(SERVER_RESIZED).stay().then(AWAIT_SERVER)
                .on(MACHINE_ANSWERS_FOR_APPLICATION).stay().then(AWAIT_APPLICATION)
                .on(MACHINE_ANSWERS).goTo(DEPLOYED).then(TELL_RESIZED)
                .on(APPLICATION_ANSWERS).goTo(DEPLOYED).then(TELL_RESIZED)
                .on(GIVEN_UP).goTo(DEPLOYED).then(TELL_FAILED)

            // a failure that may pass: the step's policy says when it is tried again
            .in(PREPARING, CREATING, ATTACHING, CONFIGURING, DEPLOYED, STOPPING, STOPPED, STARTING, RESIZING,
                    RELEASING, UNDEPLOYING)
                .on(ATTEMPT_FAILED).stay()

            // reconciliation: a machine that the cloud does not list is looked for by its id before it counts as gone
            .in(DEPLOYED, STOPPED)
                .on(SERVER_MISSED).stay().then(VERIFY_SERVER)
                .on(SERVER_SEEN).stay()
                .on(GIVEN_UP).stay()
            .in(DEPLOYED, STOPPED, STOPPING, STARTING, RESIZING)
                .on(SERVER_VANISHED).goTo(FAILED).then(TELL_FAILED)

            // give back
            .in(DEPLOYED, STOPPED, STOPPING, STARTING, RESIZING)
                .on(UNDEPLOY_REQUESTED).goTo(UNDEPLOYING).then(DELETE_SERVER)
            .in(RELEASING, FAILED)
                .on(UNDEPLOY_REQUESTED).goTo(UNDEPLOYING).then(FIND_LEFTOVERS)
            .in(RELEASING, UNDEPLOYING)
                .on(LEFTOVERS_FOUND).stay().then(DELETE_SERVER)
                .on(SERVER_DELETE_ACCEPTED).stay().then(AWAIT_SERVER_GONE)
                .on(SERVER_GONE_DISK_NEXT).stay().then(DELETE_VOLUME)
                .on(VOLUME_DELETE_ACCEPTED).stay().then(AWAIT_VOLUME_GONE)
                .on(GIVEN_UP).goTo(FAILED).then(TELL_FAILED)
            .in(RELEASING)
                .on(ALL_RELEASED).goTo(FAILED).then(TELL_FAILED)
            .in(UNDEPLOYING)
                .on(UNDEPLOY_REQUESTED).stay()
                .on(ALL_RELEASED).goTo(UNDEPLOYED).then(TELL_UNDEPLOYED)
            .in(ABSENT, UNDEPLOYED)
                .on(UNDEPLOY_REQUESTED).stay().then(TELL_UNDEPLOYED)
            .build();
    // spotless:on

    private DeploymentLifecycle() {}

    /** What this event does in this state. */
    public static Outcome<DeploymentState, DeploymentEventKind, DeploymentCommand> apply(
            DeploymentState state, DeploymentEventKind event) {
        return TABLE.apply(state, event);
    }

    public static LifecycleTable<DeploymentState, DeploymentEventKind, DeploymentCommand> table() {
        return TABLE;
    }
}
