package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.domain.message.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;

/** What the deployer is asked for, when a transition asks for it. */
public final class DeployerCommands {
    private static final String QUEUE = "queue.deployer.commands";
    private static final int SSH = 22;

    private DeployerCommands() {}

    /** @param keepDataDisk what becomes of the data disk when the machine goes */
    public static OutgoingMessage of(Subscription subscription, SubscriptionEffect effect, boolean keepDataDisk) {
        DeployerCommand command = switch (effect) {
            case DEPLOY -> deploy(subscription);
            case STOP -> new DeployerCommand.Stop(subscription.id());
            case START -> new DeployerCommand.Start(subscription.id());
            case UNDEPLOY -> new DeployerCommand.Undeploy(subscription.id(), keepDataDisk);
            default -> throw new IllegalArgumentException("Nothing for the deployer: " + effect);
        };
        return OutgoingMessage.now(QUEUE, command.getClass().getSimpleName(), subscription.aggregate(), command);
    }

    private static DeployerCommand deploy(Subscription subscription) {
        MachineSpec machine = subscription.machine();
        if (machine == null) {
            throw new IllegalArgumentException("Runs on no machine: " + subscription.aggregate());
        }
        List<FirewallRule> firewall = new ArrayList<>(List.of(FirewallRule.tcp(SSH)));
        DeployerCommand.ApplicationSpec application = null;
        Integer port = machine.applicationPort();
        if (port != null) {
            firewall.add(FirewallRule.tcp(port));
            String login = machine.applicationLogin() == null ? "admin" : machine.applicationLogin();
            application = new DeployerCommand.ApplicationSpec(
                    subscription.productName(), port, login, machine.dataDiskGigabytes());
        }
        return new DeployerCommand.Deploy(
                subscription.id(),
                subscription.name(),
                machine.providerId(),
                machine.credentialId(),
                machine.flavor(),
                machine.image(),
                machine.loginUser(),
                machine.publicKey(),
                application,
                firewall);
    }
}
