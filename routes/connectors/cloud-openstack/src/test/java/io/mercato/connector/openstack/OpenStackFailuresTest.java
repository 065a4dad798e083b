package io.mercato.connector.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest;
import io.mercato.domain.cloud.CloudRequest.CreateServer;
import io.mercato.domain.cloud.CloudRequest.CreateVolume;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.EnsureFirewall;
import io.mercato.domain.cloud.CloudRequest.EnsureNetwork;
import io.mercato.domain.cloud.CloudRequest.ReadBandwidth;
import io.mercato.domain.cloud.CloudRequest.VerifyCredentials;
import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.error.ErrorKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Everything that a cloud can answer but success. */
@TestPropertySource(
        properties = {"mercato.openstack.request-timeout-millis=2500", "mercato.openstack.connect-timeout-millis=2000"})
class OpenStackFailuresTest extends ConnectorTest {
    private static final Owner OWNER = new Owner("mercato", 7);
    private static final String SERVER = "/compute/v2.1/servers/s1";
    private static FakeOpenStack cloud;

    @Autowired
    private OpenStackSessions sessions;

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
        sessions.destroy();
    }

    private static CreateServer createServer() {
        return new CreateServer(
                cloud.account(), OWNER, "web", "f1", "i1", "n1", "k1", "g1", "#cloud-config\n", Map.of());
    }

    private static DescribeServer describe() {
        return new DescribeServer(cloud.account(), "s1");
    }

    private void noServerYet() {
        cloud.json("GET", "/compute/v2.1/servers/detail", 200, "{\"servers\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, cloud-request-refused",
        "403, FORBIDDEN, cloud-credentials-refused",
        "404, REJECTED, cloud-resource-not-found",
        "409, RETRYABLE, cloud-unavailable",
        "429, RETRYABLE, cloud-unavailable",
        "500, RETRYABLE, cloud-unavailable",
        "502, RETRYABLE, cloud-unavailable",
        "503, RETRYABLE, cloud-unavailable",
        "504, RETRYABLE, cloud-unavailable",
    })
    void a_status_of_nova_through_jclouds_is_a_kind_of_failure_with_novas_words(
            int status, ErrorKind kind, String key) {
        noServerYet();
        cloud.json("POST", "/compute/v2.1/servers", status, "{\"x\":{\"code\":1,\"message\":\"Nova says no\"}}");

        CloudException failure = failureOf(CloudOperation.CREATE_SERVER, createServer());

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.key()).isEqualTo(key);
        assertThat(failure).hasMessageContaining("Nova says no");
        cloud.wire().verify(1, postRequestedFor(urlPathEqualTo("/compute/v2.1/servers")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, cloud-request-refused",
        "403, FORBIDDEN, cloud-credentials-refused",
        "409, RETRYABLE, cloud-unavailable",
        "429, RETRYABLE, cloud-unavailable",
        "500, RETRYABLE, cloud-unavailable",
        "503, RETRYABLE, cloud-unavailable",
        "302, BROKEN, cloud-answer-unreadable",
    })
    void a_status_over_http_is_the_same_kind_of_failure(int status, ErrorKind kind, String key) {
        cloud.json("GET", SERVER, status, "{\"x\":{\"code\":1,\"message\":\"Nova says no\"}}");

        CloudException failure = failureOf(CloudOperation.DESCRIBE_SERVER, describe());

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.key()).isEqualTo(key);
    }

    @Test
    void a_quota_of_nova_is_refused_for_good() {
        noServerYet();
        cloud.json("POST", "/compute/v2.1/servers", 403, """
            {"forbidden":{"code":403,"message":"Quota exceeded for instances: Requested 1, but already used 10 of 10"}}""");

        assertThat(failureOf(CloudOperation.CREATE_SERVER, createServer()))
                .hasMessageStartingWith("Quota exceeded for instances")
                .satisfies(failure -> assertThat(failure.key()).isEqualTo("cloud-quota-exceeded"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED));
    }

    @Test
    void a_quota_of_cinder_is_refused_for_good() {
        cloud.json("GET", "/volume/v3/p1/volumes/detail", 200, "{\"volumes\":[]}");
        cloud.json("POST", "/volume/v3/p1/volumes", 413, """
            {"overLimit":{"code":413,"message":"VolumeSizeExceedsAvailableQuota: too much","retryAfter":"0"}}""");

        CloudException failure = failureOf(CloudOperation.CREATE_VOLUME, new CreateVolume(cloud.account(), OWNER, 10));

        assertThat(failure.key()).isEqualTo("cloud-quota-exceeded");
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void a_quota_of_neutron_is_refused_for_good() {
        cloud.json("GET", "/networking/v2.0/security-groups", 200, "{\"security_groups\":[]}");
        cloud.json("POST", "/networking/v2.0/security-groups", 409, """
            {"NeutronError":{"type":"OverQuota","message":"Quota exceeded for resources: ['security_group'].","detail":""}}""");

        CloudException failure = failureOf(
                CloudOperation.ENSURE_FIREWALL,
                new EnsureFirewall(cloud.account(), OWNER, List.of(FirewallRule.tcp(22))));

        assertThat(failure.key()).isEqualTo("cloud-quota-exceeded");
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void a_413_that_names_a_time_to_wait_may_go_through_later() {
        cloud.stub(
                get(urlPathEqualTo(SERVER)).atPriority(1),
                FakeOpenStack.response(413, "{\"overLimit\":{\"code\":413,\"message\":\"Too many requests\"}}")
                        .withHeader("Retry-After", "12"));

        assertThat(failureOf(CloudOperation.DESCRIBE_SERVER, describe()).isTemporary())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{\"server\":", "[]", "{\"server\":{}}", "null"})
    void an_answer_that_is_not_openstacks_is_broken(String body) {
        cloud.json("GET", SERVER, 200, body);

        CloudException failure = failureOf(CloudOperation.DESCRIBE_SERVER, describe());

        assertThat(failure.kind()).isEqualTo(ErrorKind.BROKEN);
        assertThat(failure.key()).isEqualTo("cloud-answer-unreadable");
    }

    @Test
    void an_unreadable_answer_through_jclouds_is_broken() {
        noServerYet();
        cloud.json("POST", "/compute/v2.1/servers", 202, "<html>Welcome</html>");

        assertThat(failureOf(CloudOperation.CREATE_SERVER, createServer()).kind())
                .isEqualTo(ErrorKind.BROKEN);
    }

    @Test
    void a_cloud_that_does_not_answer_in_time_may_do_so_later() {
        cloud.stub(
                get(urlPathEqualTo(SERVER)).atPriority(1),
                FakeOpenStack.response(200, "{}").withFixedDelay(15000));

        assertThat(failureOf(CloudOperation.DESCRIBE_SERVER, describe()).isTemporary())
                .isTrue();
    }

    @Test
    void a_creation_that_is_not_answered_in_time_is_sent_once_only() {
        noServerYet();
        cloud.stub(
                post(urlPathEqualTo("/compute/v2.1/servers")).atPriority(1),
                FakeOpenStack.response(202, "{}").withFixedDelay(15000));

        assertThat(failureOf(CloudOperation.CREATE_SERVER, createServer()).isTemporary())
                .isTrue();
        cloud.wire().verify(1, postRequestedFor(urlPathEqualTo("/compute/v2.1/servers")));
    }

    @Test
    void a_creation_whose_connection_breaks_is_sent_once_only() {
        noServerYet();
        cloud.stub(
                post(urlPathEqualTo("/compute/v2.1/servers")).atPriority(1),
                aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(failureOf(CloudOperation.CREATE_SERVER, createServer()).isTemporary())
                .isTrue();
        cloud.wire().verify(1, postRequestedFor(urlPathEqualTo("/compute/v2.1/servers")));
    }

    @Test
    void a_connection_that_is_reset_may_hold_later() {
        cloud.stub(get(urlPathEqualTo(SERVER)).atPriority(1), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(failureOf(CloudOperation.DESCRIBE_SERVER, describe()).isTemporary())
                .isTrue();
    }

    @Test
    void a_cloud_that_is_not_there_may_be_there_later() {
        CloudAccount nowhere = new CloudAccount(
                "openstack", 1, "http://127.0.0.1:1/v3", "", "Default:demo:demo", FakeOpenStack.SECRET, Map.of());

        CloudException failure = failureOf(CloudOperation.DESCRIBE_SERVER, new DescribeServer(nowhere, "s1"));

        assertThat(failure.isTemporary()).isTrue();
        assertThat(failure.key()).isEqualTo("cloud-unavailable");
    }

    @Test
    void a_token_that_ran_out_is_renewed_once_over_http() {
        cloud.stub(
                get(urlPathEqualTo(SERVER))
                        .withHeader("X-Auth-Token", equalTo("token-1"))
                        .atPriority(1),
                FakeOpenStack.response(401, "{\"error\":{\"code\":401,\"message\":\"expired\"}}"));
        loginsAnswerFirst("token-1", "token-2");
        cloud.stub(
                get(urlPathEqualTo(SERVER))
                        .withHeader("X-Auth-Token", equalTo("token-2"))
                        .atPriority(1),
                FakeOpenStack.response(200, "{\"server\":{\"id\":\"s1\",\"status\":\"ACTIVE\"}}"));

        assertThat(ask(CloudOperation.DESCRIBE_SERVER, describe(), Server.class).status())
                .isEqualTo(ServerStatus.RUNNING);
    }

    @Test
    void a_token_that_ran_out_is_renewed_once_through_jclouds() {
        noServerYet();
        cloud.stub(
                post(urlPathEqualTo("/compute/v2.1/servers"))
                        .withHeader("X-Auth-Token", equalTo("token-1"))
                        .atPriority(1),
                FakeOpenStack.response(401, "{\"error\":{\"code\":401,\"message\":\"expired\"}}"));
        loginsAnswerFirst("token-1", "token-2");
        cloud.stub(
                post(urlPathEqualTo("/compute/v2.1/servers"))
                        .withHeader("X-Auth-Token", equalTo("token-2"))
                        .atPriority(1),
                FakeOpenStack.response(202, "{\"server\":{\"id\":\"s9\",\"links\":[],\"adminPass\":\"x\"}}"));

        assertThat(ask(CloudOperation.CREATE_SERVER, createServer(), Server.class)
                        .id())
                .isEqualTo("s9");
    }

    @Test
    void a_token_about_to_run_out_is_not_used() {
        cloud.stub(
                post(urlPathEqualTo("/identity/v3/auth/tokens"))
                        .inScenario("login")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("second")
                        .atPriority(1),
                cloud.token("old", Instant.now().plus(20, ChronoUnit.SECONDS)));
        cloud.stub(
                get(urlPathEqualTo(SERVER))
                        .withHeader("X-Auth-Token", equalTo("token-1"))
                        .atPriority(1),
                FakeOpenStack.response(200, "{\"server\":{\"id\":\"s1\",\"status\":\"SHUTOFF\"}}"));

        assertThat(ask(CloudOperation.DESCRIBE_SERVER, describe(), Server.class).status())
                .isEqualTo(ServerStatus.STOPPED);
    }

    @Test
    void a_token_that_is_refused_even_when_new_is_forbidden() {
        cloud.json("GET", SERVER, 401, "{\"error\":{\"code\":401,\"message\":\"not for you\"}}");

        assertThat(failureOf(CloudOperation.DESCRIBE_SERVER, describe()).kind()).isEqualTo(ErrorKind.FORBIDDEN);
        cloud.wire().verify(2, getRequestedFor(urlPathEqualTo(SERVER)));
    }

    @Test
    void a_refused_password_is_asked_once_and_never_shown() {
        cloud.json("POST", "/identity/v3/auth/tokens", 401, """
            {"error":{"code":401,"message":"The request you have made requires authentication.","title":"Unauthorized"}}""");

        CloudException failure = failureOf(CloudOperation.DESCRIBE_SERVER, describe());

        assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(failure).hasMessageContaining("refuses the credentials");
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(FakeOpenStack.SECRET);
        cloud.wire().verify(1, postRequestedFor(urlPathEqualTo("/identity/v3/auth/tokens")));
    }

    @Test
    void a_password_that_was_refused_is_taken_once_keystone_takes_it() {
        cloud.json("GET", SERVER, 200, "{\"server\":{\"id\":\"s1\",\"status\":\"ACTIVE\"}}");
        cloud.json("POST", "/identity/v3/auth/tokens", 401, "{\"error\":{\"code\":401,\"message\":\"locked\"}}");
        assertThat(failureOf(CloudOperation.DESCRIBE_SERVER, describe()).kind()).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(failureOf(CloudOperation.CREATE_SERVER, createServer()).kind())
                .isEqualTo(ErrorKind.FORBIDDEN);

        loginsAnswerFirst("token-1", "token-2");

        assertThat(ask(CloudOperation.DESCRIBE_SERVER, describe(), Server.class).status())
                .isEqualTo(ServerStatus.RUNNING);
    }

    @Test
    void a_token_that_neutron_refuses_is_renewed_for_all_services() {
        cloud.stub(
                get(urlPathEqualTo("/networking/v2.0/networks"))
                        .withHeader("X-Auth-Token", equalTo("token-1"))
                        .atPriority(1),
                FakeOpenStack.response(401, "{\"error\":{\"code\":401,\"message\":\"expired\"}}"));
        loginsAnswerFirst("token-1", "token-2");
        cloud.stub(
                get(urlPathEqualTo("/networking/v2.0/networks"))
                        .withHeader("X-Auth-Token", equalTo("token-2"))
                        .atPriority(1),
                FakeOpenStack.response(200, "{\"networks\":[{\"id\":\"n1\",\"name\":\"blue\"}]}"));
        EnsureNetwork request = new EnsureNetwork(cloud.account(Map.of("network", "blue")), OWNER);

        assertThat(ask(CloudOperation.ENSURE_NETWORK, request, Ensured.class).id())
                .isEqualTo("n1");
        cloud.wire().verify(2, postRequestedFor(urlPathEqualTo("/identity/v3/auth/tokens")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "Default:demo", "Default::demo", "a:b:c:d"})
    void an_identity_without_domain_project_and_user_is_refused(String identity) {
        CloudAccount account = new CloudAccount(
                "openstack", 1, cloud.account().endpoint(), "", identity, FakeOpenStack.SECRET, Map.of());

        assertThat(failureOf(CloudOperation.DESCRIBE_SERVER, new DescribeServer(account, "s1"))
                        .kind())
                .isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Test
    void a_region_that_the_cloud_does_not_have_is_refused() {
        CloudAccount known = cloud.account();
        CloudAccount account =
                new CloudAccount("openstack", 1, known.endpoint(), "Mars", known.identity(), known.secret(), Map.of());

        CloudException failure = failureOf(CloudOperation.DESCRIBE_SERVER, new DescribeServer(account, "s1"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("Mars").hasMessageContaining("RegionOne");
    }

    @Test
    void diagnostics_that_only_administrators_may_read_are_no_bandwidth() {
        cloud.json("GET", SERVER + "/diagnostics", 403, """
            {"forbidden":{"code":403,"message":"Policy doesn't allow os_compute_api:os-server-diagnostics to be performed."}}""");
        CloudRequest request = new ReadBandwidth(cloud.account(), "s1", Instant.EPOCH);

        CloudException failure = failureOf(CloudOperation.READ_BANDWIDTH, request);

        assertThat(failure.key()).isEqualTo("bandwidth-not-available");
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void wrong_credentials_are_a_verdict_and_no_failure() {
        cloud.json(
                "POST", "/identity/v3/auth/tokens", 401, "{\"error\":{\"code\":401,\"message\":\"Wrong password\"}}");

        assertThat(ask(CloudOperation.VERIFY_CREDENTIALS, new VerifyCredentials(cloud.account()), Verdict.class))
                .isEqualTo(new Verdict(false, "The cloud refuses the credentials"));
    }

    @Test
    void a_cloud_that_is_away_is_a_verdict_and_no_failure() {
        CloudAccount nowhere = new CloudAccount(
                "openstack", 1, "http://127.0.0.1:1/v3", "", "Default:demo:demo", FakeOpenStack.SECRET, Map.of());

        assertThat(ask(CloudOperation.VERIFY_CREDENTIALS, new VerifyCredentials(nowhere), Verdict.class)
                        .accepted())
                .isFalse();
    }

    @Test
    void an_endpoint_that_is_no_address_is_a_verdict_and_no_failure() {
        CloudAccount nonsense = new CloudAccount(
                "openstack", 1, "not an address", "", "Default:demo:demo", FakeOpenStack.SECRET, Map.of());

        assertThat(ask(CloudOperation.VERIFY_CREDENTIALS, new VerifyCredentials(nonsense), Verdict.class)
                        .accepted())
                .isFalse();
    }

    private static void loginsAnswerFirst(String first, String afterwards) {
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS);
        cloud.stub(
                post(urlPathEqualTo("/identity/v3/auth/tokens"))
                        .inScenario("login")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("renewed")
                        .atPriority(1),
                cloud.token(first, later));
        cloud.stub(
                post(urlPathEqualTo("/identity/v3/auth/tokens"))
                        .inScenario("login")
                        .whenScenarioStateIs("renewed")
                        .atPriority(1),
                cloud.token(afterwards, later));
    }
}
