package io.mercato.processors.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentEventKind;
import io.mercato.domain.deployer.DeploymentResources;
import io.mercato.domain.deployer.DeploymentSpec;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.Orphan;
import io.mercato.domain.deployer.Step;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeployerStoresTest {
    private static final Instant NOW = Instant.parse("2026-01-12T11:19:30Z");
    private static final TestDatabase DATABASE = TestDatabase.with("deployer");

    private final Json json = new Json(JsonConfiguration.newMapper());
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final DeploymentStore deployments = new DeploymentStore(DATABASE.jdbc(), json, clock);
    private final DeploymentHistoryStore history = new DeploymentHistoryStore(DATABASE.jdbc());
    private final CloudAccountStore accounts = new CloudAccountStore(DATABASE.jdbc(), json);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_deployment_is_read_as_it_was_written() {
        Deployment stored = deployments.insert(deployment(1));

        assertThat(deployments.find(1)).contains(stored);
        assertThat(stored.id()).isPositive();
        assertThat(deployments.ofCredential(7)).contains(stored);
    }

    @Test
    void a_change_is_read_as_it_was_written_even_when_nothing_is_left_to_do() {
        Deployment stored = deployments.insert(deployment(2));
        Deployment changed = stored.in(DeploymentState.FAILED)
                .at(null)
                .having(DeploymentResources.NONE)
                .ordered(DeploymentSpec.NONE)
                .failing("no quota", true);

        deployments.update(changed);

        assertThat(deployments.find(2)).contains(changed);
    }

    @Test
    void a_subscription_has_one_deployment() {
        deployments.insert(deployment(3));

        assertThatThrownBy(() -> deployments.insert(deployment(3)))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        assertThatThrownBy(() -> deployments.update(deployment(4))).isInstanceOf(IllegalStateException.class);
        assertThat(deployments.find(4)).isEmpty();
    }

    @Test
    void the_history_keeps_its_order() {
        long id = deployments.insert(deployment(5)).id();
        HistoryEntry begun = entry(DeploymentEventKind.DEPLOY_REQUESTED, null, false);
        HistoryEntry failed = entry(DeploymentEventKind.ATTEMPT_FAILED, "busy", true);

        history.append(id, begun);
        history.append(id, failed);

        assertThat(history.ofSubscription(5)).containsExactly(begun, failed);
        assertThat(history.ofSubscription(6)).isEmpty();
    }

    @Test
    void an_account_is_replaced_by_what_comes_later() {
        accounts.save(account("http://one", false));
        accounts.save(account("http://two", false));
        assertThat(accounts.find(70)).contains(account("http://two", false));
        assertThat(accounts.all()).contains(account("http://two", false));

        accounts.save(account("http://two", true));
        assertThat(accounts.all()).isEmpty();
        assertThat(accounts.find(70)).isPresent();
    }

    @Test
    void an_orphan_is_reported_once_after_a_grace_and_forgotten_when_it_is_gone() {
        OwnedResource stray = new OwnedResource(ResourceKind.SERVER, "s1", 9, NOW);
        orphansAt(NOW).replace(7, List.of(stray));

        assertThat(orphansAt(NOW.plusSeconds(59)).report(Duration.ofMinutes(1))).isEmpty();
        assertThat(orphansAt(NOW).reported()).isEmpty();
        Instant later = NOW.plusSeconds(60);
        Orphan orphan = new Orphan(7, ResourceKind.SERVER, "s1", 9, NOW, later);
        assertThat(orphansAt(later).report(Duration.ofMinutes(1))).containsExactly(orphan);
        assertThat(orphansAt(later).report(Duration.ofMinutes(1))).isEmpty();

        orphansAt(later).replace(7, List.of(stray));
        assertThat(orphansAt(later).reported()).containsExactly(orphan);
        orphansAt(later).replace(7, List.of());
        assertThat(orphansAt(later).reported()).isEmpty();
    }

    private static OrphanStore orphansAt(Instant now) {
        return new OrphanStore(DATABASE.jdbc(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static HistoryEntry entry(DeploymentEventKind event, String error, boolean temporary) {
        return new HistoryEntry(
                NOW, DeploymentState.PREPARING, Step.ENSURE_KEY, event, "Installing your key", 15, 3, error, temporary);
    }

    private static CloudAccountChanged account(String endpoint, boolean removed) {
        return new CloudAccountChanged(
                70, 1, "openstack", endpoint, "r1", Map.of("sshPort", "22"), "v1:secret", removed);
    }

    private static Deployment deployment(int subscription) {
        DeploymentSpec spec = new DeploymentSpec(
                "wiki",
                1,
                7,
                "small",
                "debian-12",
                "debian",
                "ssh-ed25519 AAAA",
                new ApplicationSpec("Wiki", 8080, "admin", 5),
                List.of(FirewallRule.tcp(443)),
                "large");
        DeploymentResources resources = DeploymentResources.NONE
                .withServer("s-1")
                .with(CloudThing.VOLUME, "v-1")
                .withAddresses(List.of("10.0.0.1"))
                .withPassword("v1:x");
        CurrentStep step = CurrentStep.begin(Step.AWAIT_SERVER, NOW, UUID.randomUUID());
        return new Deployment(0, subscription, spec, DeploymentState.CREATING, step, resources, "why", true, true);
    }
}
