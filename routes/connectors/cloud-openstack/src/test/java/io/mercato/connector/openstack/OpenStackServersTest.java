package io.mercato.connector.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.CloudAnswer;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest.CreateServer;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.EnsureKey;
import io.mercato.domain.cloud.CloudRequest.ResizeServer;
import io.mercato.domain.cloud.CloudRequest.StartServer;
import io.mercato.domain.cloud.CloudRequest.StopServer;
import io.mercato.domain.cloud.Owner;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenStackServersTest extends ConnectorTest {
    private static final Owner OWNER = new Owner("mercato", 7);
    private static final String SERVERS = "/compute/v2.1/servers";
    private static final String SERVER = SERVERS + "/s1";
    private static final String ACTION = SERVER + "/action";
    private static FakeOpenStack cloud;

    @BeforeAll
    static void start() {
        cloud = new FakeOpenStack();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void forget() {
        cloud.reset();
    }

    private static CreateServer createServer() {
        return new CreateServer(
                cloud.account(Map.of("availabilityZone", "az-2")),
                OWNER,
                "web",
                "f1",
                "i1",
                "n1",
                "k1",
                "g1",
                "#cloud-config\n",
                Map.of("product", "12"));
    }

    private static String server(String id, String status, String task, String more) {
        return """
            {"id":"%s","name":"mercato-7-server","status":"%s","OS-EXT-STS:task_state":%s,"created":"2026-01-01T00:00:00Z",
             "flavor":{"id":"f1","links":[]},"key_name":"mercato-7-key-0123456789ab","addresses":{},
             "metadata":{"mercato_platform":"mercato","mercato_subscription":"7"}%s}""".formatted(id, status, task, more);
    }

    private void thereIs(String status, String task, String more) {
        cloud.json("GET", SERVER, 200, "{\"server\":" + server("s1", status, task, more) + "}");
    }

    private void found(String... servers) {
        cloud.json("GET", SERVERS + "/detail", 200, "{\"servers\":[" + String.join(",", servers) + "]}");
    }

    private void creationIsTaken() {
        cloud.json("POST", SERVERS, 202, "{\"server\":{\"id\":\"s2\",\"links\":[],\"adminPass\":\"x\"}}");
    }

    @Test
    void a_machine_is_created_with_all_that_was_asked_for() {
        found();
        creationIsTaken();

        Server made = ask(CloudOperation.CREATE_SERVER, createServer(), Server.class);

        assertThat(made.id()).isEqualTo("s2");
        assertThat(made.status()).isEqualTo(ServerStatus.BUILDING);
        cloud.wire()
                .verify(postRequestedFor(urlPathEqualTo(SERVERS))
                        .withRequestBody(matchingJsonPath("$.server.name", equalTo("mercato-7-server")))
                        .withRequestBody(matchingJsonPath("$.server.imageRef", equalTo("i1")))
                        .withRequestBody(matchingJsonPath("$.server.flavorRef", equalTo("f1")))
                        .withRequestBody(matchingJsonPath("$.server.key_name", equalTo("k1")))
                        .withRequestBody(matchingJsonPath("$.server.availability_zone", equalTo("az-2")))
                        .withRequestBody(matchingJsonPath("$.server.networks[0].uuid", equalTo("n1")))
                        .withRequestBody(matchingJsonPath("$.server.security_groups[0].name", equalTo("g1")))
                        .withRequestBody(matchingJsonPath("$.server.metadata.mercato_platform", equalTo("mercato")))
                        .withRequestBody(matchingJsonPath("$.server.metadata.mercato_subscription", equalTo("7")))
                        .withRequestBody(matchingJsonPath("$.server.metadata.product", equalTo("12")))
                        .withRequestBody(matchingJsonPath("$.server.user_data")));
    }

    @Test
    void machines_are_looked_for_by_name_and_not_all_listed() {
        found();
        creationIsTaken();

        ask(CloudOperation.CREATE_SERVER, createServer(), Server.class);

        cloud.wire()
                .verify(getRequestedFor(urlPathEqualTo(SERVERS + "/detail"))
                        .withQueryParam("name", equalTo("^mercato-7-server$")));
    }

    @Test
    void a_repeated_creation_finds_the_first_machine() {
        found(server("s1", "ACTIVE", "null", ""));

        Server made = ask(CloudOperation.CREATE_SERVER, createServer(), Server.class);

        assertThat(made.id()).isEqualTo("s1");
        assertThat(made.status()).isEqualTo(ServerStatus.RUNNING);
        cloud.wire().verify(0, postRequestedFor(urlPathEqualTo(SERVERS)));
    }

    @Test
    void a_machine_of_the_same_name_without_the_marks_is_someone_elses() {
        found(server("s1", "ACTIVE", "null", "").replace("\"mercato_subscription\":\"7\"", "\"a\":\"b\""));
        creationIsTaken();

        assertThat(ask(CloudOperation.CREATE_SERVER, createServer(), Server.class)
                        .id())
                .isEqualTo("s2");
    }

    @Test
    void a_machine_that_could_not_be_built_is_replaced() {
        found(server("s1", "ERROR", "null", ""));
        cloud.json("DELETE", SERVER, 204, "");
        creationIsTaken();

        assertThat(ask(CloudOperation.CREATE_SERVER, createServer(), Server.class)
                        .id())
                .isEqualTo("s2");
        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(SERVER)));
    }

    @ParameterizedTest
    @CsvSource({
        "BUILD, 'spawning', BUILDING",
        "ACTIVE, , RUNNING",
        "ACTIVE, powering-off, CHANGING",
        "ACTIVE, deleting, CHANGING",
        "SHUTOFF, , STOPPED",
        "SHUTOFF, powering-on, CHANGING",
        "SUSPENDED, , STOPPED",
        "REBOOT, , CHANGING",
        "RESIZE, resize_prep, CHANGING",
        "MIGRATING, , CHANGING",
        "SOFT_DELETED, , GONE",
        "DELETED, , GONE",
        "SOMETHING_NEW, , CHANGING",
    })
    void a_state_of_nova_is_a_state_of_the_platform(String status, String task, ServerStatus expected) {
        thereIs(status, task == null ? "null" : "\"" + task + "\"", "");

        assertThat(describe().status()).isEqualTo(expected);
    }

    private Server describe() {
        return ask(CloudOperation.DESCRIBE_SERVER, new DescribeServer(cloud.account(), "s1"), Server.class);
    }

    @Test
    void a_machine_that_the_cloud_does_not_know_is_gone() {
        cloud.json(
                "GET", SERVER, 404, "{\"itemNotFound\":{\"code\":404,\"message\":\"Instance could not be found.\"}}");

        assertThat(describe()).isEqualTo(Server.gone("s1"));
    }

    @Test
    void a_machine_in_error_has_failed_for_the_reason_that_nova_gives() {
        thereIs("ERROR", "null", ",\"fault\":{\"code\":500,\"message\":\"No valid host was found.\"}");

        assertThat(describe().status()).isEqualTo(ServerStatus.FAILED);
        assertThat(describe().fault()).isEqualTo("No valid host was found.");
    }

    @Test
    void the_address_that_customers_reach_comes_first() {
        thereIs("ACTIVE", "null", """
            ,"addresses":{"net":[
             {"addr":"fd00::7","version":6,"OS-EXT-IPS:type":"fixed"},
             {"addr":"10.0.0.7","version":4,"OS-EXT-IPS:type":"fixed"},
             {"addr":"203.0.113.7","version":4,"OS-EXT-IPS:type":"floating"}]}""");

        assertThat(describe().addresses()).containsExactly("203.0.113.7", "10.0.0.7", "fd00::7");
    }

    @Test
    void a_stopped_machine_is_started() {
        thereIs("SHUTOFF", "null", "");
        cloud.json("POST", ACTION, 202, "");

        Server answer = ask(CloudOperation.START_SERVER, new StartServer(cloud.account(), "s1"), Server.class);

        assertThat(answer.status()).isEqualTo(ServerStatus.CHANGING);
        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(ACTION)).withRequestBody(equalToJson("{\"os-start\":null}")));
    }

    @Test
    void a_running_machine_is_not_started_again() {
        thereIs("ACTIVE", "null", "");

        Server answer = ask(CloudOperation.START_SERVER, new StartServer(cloud.account(), "s1"), Server.class);

        assertThat(answer.status()).isEqualTo(ServerStatus.RUNNING);
        cloud.wire().verify(0, postRequestedFor(urlPathEqualTo(ACTION)));
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED, resume", "PAUSED, unpause", "SHELVED_OFFLOADED, unshelve"})
    void a_machine_that_an_operator_put_aside_is_started_in_its_own_way(String status, String action) {
        thereIs(status, "null", "");
        cloud.json("POST", ACTION, 202, "");

        ask(CloudOperation.START_SERVER, new StartServer(cloud.account(), "s1"), Server.class);

        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(ACTION))
                                .withRequestBody(equalToJson("{\"" + action + "\":null}")));
    }

    @Test
    void a_running_machine_is_stopped() {
        thereIs("ACTIVE", "null", "");
        cloud.json("POST", ACTION, 202, "");

        Server answer = ask(CloudOperation.STOP_SERVER, new StopServer(cloud.account(), "s1"), Server.class);

        assertThat(answer.status()).isEqualTo(ServerStatus.CHANGING);
        cloud.wire()
                .verify(1, postRequestedFor(urlPathEqualTo(ACTION)).withRequestBody(equalToJson("{\"os-stop\":null}")));
    }

    @Test
    void a_machine_is_moved_to_another_flavor() {
        thereIs("ACTIVE", "null", "");
        cloud.json("POST", ACTION, 202, "");

        Server answer = ask(CloudOperation.RESIZE_SERVER, new ResizeServer(cloud.account(), "s1", "f-2"), Server.class);

        assertThat(answer.status()).isEqualTo(ServerStatus.CHANGING);
        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(ACTION))
                                .withRequestBody(equalToJson("{\"resize\":{\"flavorRef\":\"f-2\"}}")));
    }

    @Test
    void a_machine_that_is_on_the_flavor_stays_as_it_is() {
        thereIs("ACTIVE", "null", "");

        Server answer = ask(CloudOperation.RESIZE_SERVER, new ResizeServer(cloud.account(), "s1", "f1"), Server.class);

        assertThat(answer.status()).isEqualTo(ServerStatus.RUNNING);
    }

    @Test
    void a_move_that_waits_to_be_confirmed_is_confirmed() {
        thereIs("VERIFY_RESIZE", "null", "");
        cloud.json("POST", ACTION, 204, "");

        assertThat(describe().status()).isEqualTo(ServerStatus.CHANGING);
        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(ACTION))
                                .withRequestBody(equalToJson("{\"confirmResize\":null}")));
    }

    @Test
    void deletion_takes_the_key_along() {
        thereIs("ACTIVE", "null", "");
        cloud.json("DELETE", "/compute/v2.1/os-keypairs/mercato-7-key-0123456789ab", 202, "");
        cloud.json("DELETE", SERVER, 204, "");

        assertThat(delete().status()).isEqualTo(ServerStatus.CHANGING);
        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(SERVER)));
        cloud.wire()
                .verify(1, deleteRequestedFor(urlPathEqualTo("/compute/v2.1/os-keypairs/mercato-7-key-0123456789ab")));
    }

    @Test
    void a_key_that_was_imported_again_goes_too_when_its_machine_has_vanished() {
        String name = OpenStackKeys.name(OWNER, "ssh-ed25519 AAAA");
        String keys = "/compute/v2.1/os-keypairs";
        thereIs("ACTIVE", "null", "");
        cloud.json("DELETE", "/compute/v2.1/os-keypairs/mercato-7-key-0123456789ab", 202, "");
        cloud.json("DELETE", SERVER, 204, "");
        delete();
        cloud.json("GET", keys + "/" + name, 200, "{\"keypair\":{\"name\":\"" + name + "\",\"public_key\":\"k\"}}");
        ask(
                CloudOperation.ENSURE_KEY,
                new EnsureKey(cloud.account(), OWNER, "ssh-ed25519 AAAA"),
                CloudAnswer.Ensured.class);
        cloud.json("GET", SERVER, 404, "{}");
        cloud.json("GET", keys, 200, """
            {"keypairs":[{"keypair":{"name":"%s","public_key":"k","fingerprint":"f"}}]}""".formatted(name));
        cloud.json("DELETE", keys + "/" + name, 202, "");
        cloud.json("GET", "/networking/v2.0/security-groups", 200, "{\"security_groups\":[]}");

        assertThat(delete().status()).isEqualTo(ServerStatus.GONE);
        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(keys + "/" + name)));
    }

    @Test
    void a_machine_is_gone_only_when_its_firewall_is_gone_too() {
        cloud.json("GET", SERVER, 404, "{}");
        cloud.json("GET", "/compute/v2.1/os-keypairs", 200, "{\"keypairs\":[]}");
        cloud.json(
                "GET",
                "/networking/v2.0/security-groups",
                200,
                "{\"security_groups\":[{\"id\":\"g1\",\"name\":\"mercato-7-firewall\",\"security_group_rules\":[]}]}");
        cloud.json("DELETE", "/networking/v2.0/security-groups/g1", 409, """
            {"NeutronError":{"type":"SecurityGroupInUse","message":"Security Group g1 in use.","detail":""}}""");

        assertThat(delete().status()).isEqualTo(ServerStatus.CHANGING);

        cloud.json("DELETE", "/networking/v2.0/security-groups/g1", 204, "");
        assertThat(delete().status()).isEqualTo(ServerStatus.GONE);
    }

    private Server delete() {
        return ask(CloudOperation.DELETE_SERVER, new DeleteServer(cloud.account(), OWNER, "s1"), Server.class);
    }
}
