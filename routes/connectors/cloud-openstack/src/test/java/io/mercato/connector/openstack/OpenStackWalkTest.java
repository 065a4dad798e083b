package io.mercato.connector.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Bandwidth;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudAnswer.Prerequisites;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudAnswer.Volume;
import io.mercato.domain.cloud.CloudAnswer.VolumeStatus;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest.AttachVolume;
import io.mercato.domain.cloud.CloudRequest.CheckPrerequisites;
import io.mercato.domain.cloud.CloudRequest.CreateServer;
import io.mercato.domain.cloud.CloudRequest.CreateVolume;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.DeleteVolume;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.EnsureFirewall;
import io.mercato.domain.cloud.CloudRequest.EnsureKey;
import io.mercato.domain.cloud.CloudRequest.EnsureNetwork;
import io.mercato.domain.cloud.CloudRequest.ListOwnedResources;
import io.mercato.domain.cloud.CloudRequest.ReadBandwidth;
import io.mercato.domain.cloud.CloudRequest.ResizeServer;
import io.mercato.domain.cloud.CloudRequest.StartServer;
import io.mercato.domain.cloud.CloudRequest.StopServer;
import io.mercato.domain.cloud.CloudRequest.VerifyCredentials;
import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.simulator.CloudSimulator;
import io.mercato.simulator.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector against the simulated cloud, as the deployer uses it. */
class OpenStackWalkTest extends ConnectorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "walk-only";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMsZOEkQMNBBdS/CrvBi7bZs07AtNLZUmH48XNVdLFHx test";

    private static CloudSimulator cloud;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        cloud = CloudSimulator.start(SettingsReader.read(new String[] {
            "--port=0",
            "--data=" + data.resolve("cloud"),
            "--password=" + PASSWORD,
            "--address-range=127.93.0.0/16",
            "--boot-time=PT0S"
        }));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private static CloudAccount account(String password) {
        return new CloudAccount("openstack", 1, cloud.identityUrl(), "", "Default:demo:demo", password, Map.of());
    }

    private static CloudAccount account() {
        return account(PASSWORD);
    }

    private CreateServer order(Owner owner, String flavor) {
        Prerequisites found = ask(
                CloudOperation.CHECK_PREREQUISITES,
                new CheckPrerequisites(account(), owner, flavor, "debian-12", 5),
                Prerequisites.class);
        Ensured network = ask(CloudOperation.ENSURE_NETWORK, new EnsureNetwork(account(), owner), Ensured.class);
        Ensured key = ask(CloudOperation.ENSURE_KEY, new EnsureKey(account(), owner, KEY), Ensured.class);
        Ensured firewall = ask(
                CloudOperation.ENSURE_FIREWALL,
                new EnsureFirewall(account(), owner, List.of(FirewallRule.tcp(22), FirewallRule.tcp(443))),
                Ensured.class);
        return new CreateServer(
                account(),
                owner,
                "web",
                found.flavorId(),
                found.imageId(),
                network.id(),
                key.id(),
                firewall.id(),
                "#cloud-config\n",
                Map.of());
    }

    private Server create(CreateServer order) {
        return ask(CloudOperation.CREATE_SERVER, order, Server.class);
    }

    private Server describe(String id) {
        return ask(CloudOperation.DESCRIBE_SERVER, new DescribeServer(account(), id), Server.class);
    }

    private Server becomes(String id, ServerStatus status) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> describe(id), server -> server.status() == status);
    }

    private Server deletion(Owner owner, String id) {
        return ask(CloudOperation.DELETE_SERVER, new DeleteServer(account(), owner, id), Server.class);
    }

    private void goes(Owner owner, String id) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> deletion(owner, id).status() == ServerStatus.GONE);
    }

    private List<OwnedResource> ownedBy(Owner owner) {
        List<?> owned = ask(
                CloudOperation.LIST_OWNED_RESOURCES, new ListOwnedResources(account(), owner.platform()), List.class);
        return owned.stream()
                .map(OwnedResource.class::cast)
                .filter(resource -> resource.subscription() == owner.subscription())
                .toList();
    }

    @Test
    void a_machine_is_deployed_stopped_started_resized_and_given_back() {
        Owner owner = new Owner("walk", 1);
        CreateServer order = order(owner, "s.small");
        String id = create(order).id();
        assertThat(becomes(id, ServerStatus.RUNNING).addresses()).isNotEmpty();
        assertThat(create(order).id()).isEqualTo(id);

        String disk = attachDisk(owner, id);
        assertThat(ownedBy(owner))
                .extracting(OwnedResource::kind)
                .containsExactlyInAnyOrder(ResourceKind.SERVER, ResourceKind.VOLUME, ResourceKind.FIREWALL);

        ask(CloudOperation.STOP_SERVER, new StopServer(account(), id), Server.class);
        becomes(id, ServerStatus.STOPPED);
        ask(CloudOperation.START_SERVER, new StartServer(account(), id), Server.class);
        becomes(id, ServerStatus.RUNNING);

        resize(owner, id);

        goes(owner, id);
        assertThat(describe(id).status()).isEqualTo(ServerStatus.GONE);
        deleteDisk(disk);
        assertThat(ownedBy(owner)).isEmpty();
    }

    private String attachDisk(Owner owner, String serverId) {
        CreateVolume wish = new CreateVolume(account(), owner, 5);
        Volume disk = await().atMost(PATIENCE)
                .until(
                        () -> ask(CloudOperation.CREATE_VOLUME, wish, Volume.class),
                        volume -> volume.status() == VolumeStatus.AVAILABLE);
        AttachVolume attachment = new AttachVolume(account(), serverId, disk.id());
        Volume attached = await().atMost(PATIENCE)
                .until(
                        () -> ask(CloudOperation.ATTACH_VOLUME, attachment, Volume.class),
                        volume -> volume.status() == VolumeStatus.ATTACHED);
        assertThat(attached.serverId()).isEqualTo(serverId);
        return disk.id();
    }

    private void deleteDisk(String id) {
        await().atMost(PATIENCE)
                .until(() -> ask(CloudOperation.DELETE_VOLUME, new DeleteVolume(account(), id), Volume.class)
                                .status()
                        == VolumeStatus.GONE);
    }

    private void resize(Owner owner, String id) {
        Prerequisites larger = ask(
                CloudOperation.CHECK_PREREQUISITES,
                new CheckPrerequisites(account(), owner, "s.medium", "debian-12", 0),
                Prerequisites.class);
        ResizeServer wish = new ResizeServer(account(), id, larger.flavorId());
        assertThat(ask(CloudOperation.RESIZE_SERVER, wish, Server.class).status())
                .isEqualTo(ServerStatus.CHANGING);
        becomes(id, ServerStatus.RUNNING);
        assertThat(ask(CloudOperation.RESIZE_SERVER, wish, Server.class).status())
                .isEqualTo(ServerStatus.RUNNING);
    }

    @Test
    void a_machine_that_cannot_be_built_fails_with_the_clouds_reason_and_leaves_nothing() {
        Owner owner = new Owner("walk", 2);
        String id = create(order(owner, "fail-create")).id();

        assertThat(becomes(id, ServerStatus.FAILED).fault()).isNotBlank();
        goes(owner, id);
        assertThat(ownedBy(owner)).isEmpty();
    }

    @Test
    void a_machine_that_could_not_be_built_is_replaced_when_it_is_asked_for_again() {
        Owner owner = new Owner("walk", 3);
        CreateServer order = order(owner, "fail-create");
        String first = create(order).id();
        becomes(first, ServerStatus.FAILED);

        Server second = await().atMost(PATIENCE)
                .until(() -> create(order), made -> !made.id().equals(first));

        becomes(second.id(), ServerStatus.FAILED);
        goes(owner, second.id());
    }

    @Test
    void a_machine_without_quota_is_refused() {
        CreateServer order = order(new Owner("walk", 4), "no-quota");

        assertThat(failureOf(CloudOperation.CREATE_SERVER, order).key()).isEqualTo("cloud-quota-exceeded");
    }

    @Test
    void a_machine_that_vanishes_is_gone_and_its_rest_is_cleared_away() {
        Owner owner = new Owner("walk", 5);
        String id = create(order(owner, "vanish")).id();

        becomes(id, ServerStatus.GONE);
        goes(owner, id);

        assertThat(ownedBy(owner)).isEmpty();
    }

    @Test
    void bandwidth_of_a_running_machine_moves() {
        Owner owner = new Owner("walk", 6);
        String id = create(order(owner, "s.small")).id();
        becomes(id, ServerStatus.RUNNING);
        ReadBandwidth question = new ReadBandwidth(account(), id, Instant.EPOCH);
        long before =
                ask(CloudOperation.READ_BANDWIDTH, question, Bandwidth.class).bytesIn();

        await().atMost(PATIENCE)
                .until(() -> ask(CloudOperation.READ_BANDWIDTH, question, Bandwidth.class)
                                .bytesIn()
                        > before);
        goes(owner, id);
    }

    @Test
    void credentials_are_tested_for_real() {
        assertThat(verdict(PASSWORD).accepted()).isTrue();
        assertThat(verdict("wrong").accepted()).isFalse();
    }

    private Verdict verdict(String password) {
        return ask(CloudOperation.VERIFY_CREDENTIALS, new VerifyCredentials(account(password)), Verdict.class);
    }
}
