package io.mercato.platform.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import io.mercato.domain.deployer.message.DeployerCommand.Deploy;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.deployer.CloudAccountStore;
import io.mercato.processors.deployer.DeploymentHistoryStore;
import io.mercato.processors.deployer.DeploymentStore;
import io.mercato.processors.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** What the tests say to the deployer, and look up of it. */
@Component
class Deployments {
    static final int CREDENTIAL = 7;

    private final ProducerTemplate template;
    private final DeploymentStore store;
    private final DeploymentHistoryStore history;
    private final CloudAccountStore accounts;
    private final SecretCipher cipher;
    private final Json json;
    private final FakeMachine machine;

    Deployments(
            ProducerTemplate template,
            DeploymentStore store,
            DeploymentHistoryStore history,
            CloudAccountStore accounts,
            SecretCipher cipher,
            Json json,
            FakeMachine machine) {
        this.template = template;
        this.store = store;
        this.history = history;
        this.accounts = accounts;
        this.cipher = cipher;
        this.json = json;
        this.machine = machine;
    }

    void useAccount(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("sshPort", String.valueOf(machine.sshPort()));
        accounts.save(account(all));
    }

    CloudAccountChanged account(Map<String, String> options) {
        String secret = json.write(Map.of("identity", "default:demo:demo", "secret", "hush"));
        String encrypted = cipher.encrypt(secret, "cloudCredential/" + CREDENTIAL);
        return new CloudAccountChanged(CREDENTIAL, 1, "fake", "http://127.0.0.1:1/v3", "", options, encrypted, false);
    }

    Deploy bare(int subscription) {
        return deploy(subscription, null);
    }

    Deploy application(int subscription, int gigabytes) {
        return deploy(subscription, new ApplicationSpec("Wiki", machine.httpPort(), "admin", gigabytes));
    }

    private static Deploy deploy(int subscription, ApplicationSpec application) {
        return new Deploy(
                subscription,
                "My machine",
                1,
                CREDENTIAL,
                "small",
                "debian-12",
                "debian",
                "ssh-ed25519 AAAA customer",
                application,
                List.of());
    }

    void send(DeployerCommand command) {
        send(command, UUID.randomUUID());
    }

    void send(DeployerCommand command, UUID id) {
        send("deployer.commands", command.getClass().getSimpleName(), command, id);
    }

    void send(String queue, String type, Object body, UUID id) {
        String aggregate =
                body instanceof DeployerCommand command ? "subscription/" + command.subscriptionId() : "test/" + id;
        template.sendBodyAndHeaders(
                "jms:queue:" + queue,
                json.write(body),
                Map.of(
                        MessageHeaders.MESSAGE_ID, id.toString(),
                        MessageHeaders.MESSAGE_TYPE, type,
                        MessageHeaders.AGGREGATE, aggregate,
                        MessageHeaders.GROUP, aggregate));
    }

    Deployment find(int subscription) {
        return store.find(subscription).orElse(Deployment.absent(subscription));
    }

    List<HistoryEntry> history(int subscription) {
        return history.ofSubscription(subscription);
    }

    void awaitState(int subscription, DeploymentState state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(find(subscription).state())
                        .as(() -> history(subscription).toString())
                        .isEqualTo(state));
    }
}
