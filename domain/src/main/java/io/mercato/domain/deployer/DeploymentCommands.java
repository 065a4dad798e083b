package io.mercato.domain.deployer;

import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.domain.deployer.message.DeployerCommand.Deploy;
import io.mercato.domain.deployer.message.DeployerCommand.Resize;
import io.mercato.domain.deployer.message.DeployerCommand.Start;
import io.mercato.domain.deployer.message.DeployerCommand.Stop;
import io.mercato.domain.deployer.message.DeployerCommand.Undeploy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What follows from a command from outside. One that comes at the wrong time is answered, not dropped. */
public final class DeploymentCommands {

    private DeploymentCommands() {}

    /** @param token identity of the command's message, which runs the first step, too */
    public static Decision on(Deployment deployment, DeployerCommand command, UUID token, Instant now) {
        DeploymentEventKind event = eventOf(command);
        if (!DeploymentLifecycle.table().isLegal(deployment.state(), event)) {
            return refused(deployment, command, event, now);
        }
        return Transition.of(ordered(deployment, command), event, now)
                .drivenBy(token)
                .decide();
    }

    /** The cloud's list lacks this machine; in a state in which that says nothing, nothing follows. */
    public static Decision onMissed(Deployment deployment, UUID token, Instant now) {
        Transition missed = Transition.of(deployment, DeploymentEventKind.SERVER_MISSED, now);
        return missed.isLegal() && deployment.current() == null
                ? missed.drivenBy(token).decide()
                : new Decision(deployment, List.of(), List.of());
    }

    private static DeploymentEventKind eventOf(DeployerCommand command) {
        if (command instanceof Deploy) {
            return DeploymentEventKind.DEPLOY_REQUESTED;
        } else if (command instanceof Stop) {
            return DeploymentEventKind.STOP_REQUESTED;
        } else if (command instanceof Start) {
            return DeploymentEventKind.START_REQUESTED;
        } else if (command instanceof Resize) {
            return DeploymentEventKind.RESIZE_REQUESTED;
        }
        return DeploymentEventKind.UNDEPLOY_REQUESTED;
    }

    private static Deployment ordered(Deployment deployment, DeployerCommand command) {
        if (command instanceof Deploy deploy && isNewBuild(deployment)) {
            return deployment
                    .ordered(DeploymentSpec.of(deploy))
                    .having(deployment.resources().forNewBuild())
                    .failing(null, false);
        } else if (command instanceof Resize resize) {
            return deployment.ordered(deployment.spec().wanting(resize.flavor()));
        } else if (command instanceof Undeploy undeploy && !isUndeploying(deployment)) {
            return deployment.keepingDisk(undeploy.keepCustomerDataDisk()).failing(null, false);
        }
        return deployment;
    }

    private static boolean isNewBuild(Deployment deployment) {
        return switch (deployment.state()) {
            case ABSENT, FAILED, UNDEPLOYED -> true;
            default -> false;
        };
    }

    private static boolean isUndeploying(Deployment deployment) {
        return deployment.state() == DeploymentState.UNDEPLOYING || deployment.state() == DeploymentState.UNDEPLOYED;
    }

    private static Decision refused(
            Deployment deployment, DeployerCommand command, DeploymentEventKind event, Instant now) {
        String operation = command.getClass().getSimpleName();
        String reason = operation + " is not possible while the machine is "
                + deployment.state().words();
        CurrentStep current = deployment.current();
        HistoryEntry line = new HistoryEntry(
                now,
                deployment.state(),
                current == null ? null : current.step(),
                event,
                reason,
                current == null ? 100 : current.step().progress(),
                0,
                reason,
                false);
        Told told = new Told(Announcement.TELL_FAILED, operation.toUpperCase(java.util.Locale.ROOT), reason, true);
        return new Decision(deployment, List.of(line), List.of(told));
    }
}
