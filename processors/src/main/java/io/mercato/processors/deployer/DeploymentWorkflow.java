package io.mercato.processors.deployer;

import io.mercato.domain.deployer.CheckMachine;
import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Decision;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentCommands;
import io.mercato.domain.deployer.DeploymentDecisions;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.RunStep;
import io.mercato.domain.deployer.StepResult;
import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.processors.messaging.Inbox;
import io.mercato.processors.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what happens to a deployment from the database to the domain and back. Each method that changes something is
 * called within a transaction: deployment, history and messages are written together.
 *
 * <p>A step is driven by the message whose token it carries: a command's own, or that of the {@link RunStep} which was
 * written with it. A redelivered message therefore goes on where the first delivery came to, and one whose step is over
 * does nothing.
 */
@Component
public class DeploymentWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentWorkflow.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

    private final DeploymentStore store;
    private final DeploymentHistoryStore history;
    private final DeploymentMessages messages;
    private final CloudAccounts accounts;
    private final MachinePasswords passwords;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    public DeploymentWorkflow(
            DeploymentStore store,
            DeploymentHistoryStore history,
            DeploymentMessages messages,
            CloudAccounts accounts,
            MachinePasswords passwords,
            Inbox deployerInbox,
            Outbox deployerOutbox,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.messages = messages;
        this.accounts = accounts;
        this.passwords = passwords;
        this.inbox = deployerInbox;
        this.outbox = deployerOutbox;
        this.clock = clock;
    }

    /** The turn that this message drives, if it is still to be done. */
    public Turn resume(@Body RunStep run) {
        return resume(run.subscriptionId(), run.token());
    }

    private Turn resume(int subscriptionId, UUID token) {
        return store.find(subscriptionId)
                .filter(deployment -> isDrivenBy(deployment, token))
                .map(deployment -> Turn.of(deployment, now()))
                .orElseGet(() -> {
                    LOG.debug("Subscription {} has no step for the message {} any more", subscriptionId, token);
                    return Turn.NONE;
                });
    }

    private static boolean isDrivenBy(Deployment deployment, UUID token) {
        CurrentStep current = deployment.current();
        return current != null && current.token().equals(token);
    }

    /** Decides on a command, once. */
    public Turn accept(@Body DeployerCommand command, @Variable("messageId") UUID messageId) {
        if (!inbox.isNew(messageId)) {
            return resume(command.subscriptionId(), messageId);
        }
        Deployment deployment =
                store.lock(command.subscriptionId()).orElseGet(() -> Deployment.absent(command.subscriptionId()));
        return commit(DeploymentCommands.on(deployment, command, messageId, now()));
    }

    /** Has a machine looked for that the cloud's list lacks. */
    public Turn check(@Body CheckMachine command, @Variable("messageId") UUID messageId) {
        if (!inbox.isNew(messageId)) {
            return resume(command.subscriptionId(), messageId);
        }
        return store.lock(command.subscriptionId())
                .map(deployment -> commit(DeploymentCommands.onMissed(deployment, messageId, now())))
                .orElse(Turn.NONE);
    }

    /**
     * Whether what came of a turn may wait to be written with what comes of the next one: it made nothing that is paid
     * for, it would do no harm to do it again, and the customer does not wait for news.
     */
    public boolean mayWait(@Variable("turn") Turn turn, @Body StepResult result) {
        Instant now = now();
        return result instanceof StepResult.Done
                && turn.deployment().current().step().isPreparation()
                && turn.waitingSince(now).plus(LONGEST_SILENCE).isAfter(now);
    }

    /** Goes on from a turn whose outcome may wait. Nothing is written: a crash has the steps done again. */
    public Turn goOn(@Variable("turn") Turn turn, @Body StepResult result) {
        return turn.followedBy(DeploymentDecisions.afterStep(turn.deployment(), result, false, now()));
    }

    /** Decides on what came of a turn, unless the deployment went elsewhere meanwhile. */
    public Turn apply(@Variable("turn") Turn turn, @Body StepResult result) {
        Deployment before = turn.deployment();
        Deployment stored = store.lock(before.subscriptionId()).orElseThrow();
        CurrentStep now = stored.current();
        if (now == null || turn.stored() == null || !now.isSameTurn(turn.stored())) {
            LOG.info("Result of a step that is over: subscription {}, {}", before.subscriptionId(), result);
            return Turn.NONE;
        }
        boolean keepFailed = !(result instanceof StepResult.Done) && accounts.isFailedKept(before);
        Deployment reached = turn.unwritten().isEmpty() ? stored : before;
        Decision decision = DeploymentDecisions.afterStep(reached, result, keepFailed, now());
        return commit(new Decision(decision.deployment(), turn.with(decision.history()), decision.told()));
    }

    private Turn commit(Decision decision) {
        Deployment after = decision.deployment();
        if (after.state() != DeploymentState.ABSENT) {
            after = save(passwords.provided(after));
            long id = after.id();
            decision.history().forEach(entry -> history.append(id, entry));
        }
        Instant now = now();
        outbox.appendAll(messages.of(new Decision(after, decision.history(), decision.told()), now));
        return Turn.of(after, now);
    }

    private Deployment save(Deployment deployment) {
        if (deployment.id() == 0) {
            return store.insert(deployment);
        }
        store.update(deployment);
        return deployment;
    }

    /** As fine as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
