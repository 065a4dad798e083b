package io.mercato.processors.deployer;

import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Decision;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.RunStep;
import io.mercato.domain.deployer.Told;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Failed;
import io.mercato.domain.deployer.message.DeploymentEvent.Machine;
import io.mercato.domain.deployer.message.DeploymentEvent.Progressed;
import io.mercato.domain.deployer.message.DeploymentEvent.Resized;
import io.mercato.domain.deployer.message.DeploymentEvent.Started;
import io.mercato.domain.deployer.message.DeploymentEvent.Stopped;
import io.mercato.domain.deployer.message.DeploymentEvent.Undeployed;
import io.mercato.domain.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes messages of a decision: the customer's log, what the world is told, and the deployer's own next step. */
@Component
public class DeploymentMessages {
    static final String COMMANDS = "queue.deployer.commands";
    static final String EVENTS = "topic.deployer.events";

    private final CloudAccounts accounts;
    private final MachinePasswords passwords;

    public DeploymentMessages(CloudAccounts accounts, MachinePasswords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public List<OutgoingMessage> of(Decision decision, Instant now) {
        Deployment deployment = decision.deployment();
        List<OutgoingMessage> messages = new ArrayList<>();
        decision.history().forEach(entry -> messages.add(event(progressed(deployment, entry))));
        decision.told().forEach(told -> messages.add(event(told(deployment, told, now))));
        nextTurn(deployment, now).ifPresent(messages::add);
        return messages;
    }

    /** The message that runs the step later; none when it is run at once, by the message that is being dealt with. */
    private static Optional<OutgoingMessage> nextTurn(Deployment deployment, Instant now) {
        CurrentStep current = deployment.current();
        if (current == null || !current.due().isAfter(now)) {
            return Optional.empty();
        }
        RunStep run = new RunStep(deployment.subscriptionId(), current.token());
        return Optional.of(new OutgoingMessage(
                COMMANDS,
                RunStep.class.getSimpleName(),
                aggregate(deployment.subscriptionId()),
                run,
                Duration.between(now, current.due())));
    }

    static String aggregate(int subscriptionId) {
        return "subscription/" + subscriptionId;
    }

    private static OutgoingMessage event(DeploymentEvent event) {
        return OutgoingMessage.now(EVENTS, event.getClass().getSimpleName(), aggregate(event.subscriptionId()), event);
    }

    private static Progressed progressed(Deployment deployment, HistoryEntry entry) {
        return new Progressed(
                deployment.subscriptionId(),
                entry.at(),
                entry.state().name(),
                entry.message(),
                entry.progress(),
                entry.attemptsLeft(),
                entry.error(),
                entry.temporary());
    }

    private DeploymentEvent told(Deployment deployment, Told told, Instant now) {
        int subscription = deployment.subscriptionId();
        return switch (told.announcement()) {
            case TELL_DEPLOYED -> deployed(deployment, now);
            case TELL_STARTED -> new Started(subscription, now, machine(deployment));
            case TELL_STOPPED -> new Stopped(subscription, now);
            case TELL_RESIZED ->
                new Resized(subscription, now, deployment.spec().flavor(), machine(deployment));
            case TELL_FAILED ->
                new Failed(
                        subscription,
                        now,
                        told.operation(),
                        Optional.ofNullable(told.reason()).orElse("It failed"),
                        told.kept());
            case TELL_UNDEPLOYED ->
                new Undeployed(subscription, now, deployment.resources().id(CloudThing.VOLUME));
        };
    }

    private Deployed deployed(Deployment deployment, Instant now) {
        ApplicationSpec application = deployment.spec().application();
        if (application == null) {
            return new Deployed(deployment.subscriptionId(), now, machine(deployment), null, null, null);
        }
        return new Deployed(
                deployment.subscriptionId(),
                now,
                machine(deployment),
                ApplicationUrl.of(deployment),
                application.login(),
                passwords.of(deployment));
    }

    private Machine machine(Deployment deployment) {
        return new Machine(
                deployment.resources().idOrEmpty(CloudThing.SERVER),
                deployment.resources().addresses(),
                accounts.sshPort(deployment),
                deployment.spec().loginUser());
    }
}
