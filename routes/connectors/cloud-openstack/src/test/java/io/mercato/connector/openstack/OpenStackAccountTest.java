package io.mercato.connector.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Bandwidth;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.ListOwnedResources;
import io.mercato.domain.cloud.CloudRequest.ReadBandwidth;
import io.mercato.domain.cloud.CloudRequest.VerifyCredentials;
import io.mercato.domain.cloud.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"mercato.openstack.max-sessions=2", "mercato.openstack.page-size=1"})
class OpenStackAccountTest extends ConnectorTest {
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

    @Test
    void every_operation_of_the_contract_has_its_route() {
        for (CloudOperation operation : CloudOperation.values()) {
            assertThat(camel.getCamelContext().getRoute("cloud-openstack-" + operation.routeName()))
                    .as(operation.name())
                    .isNotNull();
        }
    }

    @Test
    void credentials_that_are_right_are_accepted() {
        cloud.json("GET", "/compute/v2.1/limits", 200, "{\"limits\":{\"absolute\":{}}}");

        assertThat(ask(CloudOperation.VERIFY_CREDENTIALS, new VerifyCredentials(cloud.account()), Verdict.class))
                .isEqualTo(new Verdict(true, "Logged in to region RegionOne"));
    }

    private static String server(int subscription) {
        return """
            {"id":"s%d","name":"mercato-%d-server","created":"2026-01-02T03:04:05Z",
             "metadata":{"mercato_platform":"mercato","mercato_subscription":"%d"}}""".formatted(subscription, subscription, subscription);
    }

    @Test
    void all_pages_of_all_that_carries_the_mark_are_listed() {
        cloud.stub(
                get(urlPathEqualTo("/compute/v2.1/servers/detail"))
                        .withQueryParam("marker", absent())
                        .atPriority(4),
                FakeOpenStack.response(
                        200,
                        "{\"servers\":[" + server(1) + "],\"servers_links\":[{\"rel\":\"next\","
                                + "\"href\":\"http://inside.invalid/v2.1/servers/detail?limit=1&marker=s1\"}]}"));
        cloud.jsonWhereQuery("/compute/v2.1/servers/detail", "marker", "s1", "{\"servers\":[" + server(2) + "]}");
        cloud.json("GET", "/volume/v3/p1/volumes/detail", 200, """
            {"volumes":[{"id":"v1","name":"mercato-1-volume","created_at":"2026-01-02T03:04:05.123456",
             "metadata":{"mercato_platform":"mercato"}},
             {"id":"v9","name":"mercato-1-volume","created_at":"2026-01-02T03:04:05.123456","metadata":{}}]}""");
        cloud.json("GET", "/networking/v2.0/security-groups", 200, """
            {"security_groups":[{"id":"g1","name":"mercato-3-firewall","created_at":"2026-01-02T03:04:05Z"},
             {"id":"g0","name":"default","created_at":"2026-01-02T03:04:05Z"}]}""");

        List<?> owned = ask(
                CloudOperation.LIST_OWNED_RESOURCES, new ListOwnedResources(cloud.account(), "mercato"), List.class);

        Instant created = Instant.parse("2026-01-02T03:04:05Z");
        assertThat(owned)
                .isEqualTo(List.of(
                        new OwnedResource(ResourceKind.SERVER, "s1", 1, created),
                        new OwnedResource(ResourceKind.SERVER, "s2", 2, created),
                        new OwnedResource(ResourceKind.VOLUME, "v1", 1, created.plusNanos(123_456_000)),
                        new OwnedResource(ResourceKind.FIREWALL, "g1", 3, created)));
    }

    @Test
    void bandwidth_is_the_sum_over_all_network_cards() {
        cloud.json("GET", "/compute/v2.1/servers/s1/diagnostics", 200, """
            {"cpu0_time":17300000000,"memory":524288,"tap1_rx":100,"tap1_rx_packets":2,"tap1_tx":30,"tap2_rx":5,
             "tap2_tx":7,"tap1_tx_drop":9}""");

        Bandwidth answer = ask(
                CloudOperation.READ_BANDWIDTH,
                new ReadBandwidth(cloud.account(), "s1", Instant.EPOCH),
                Bandwidth.class);

        assertThat(answer.bytesIn()).isEqualTo(105);
        assertThat(answer.bytesOut()).isEqualTo(37);
    }

    @Test
    void headers_of_the_caller_are_neither_sent_nor_lost() {
        cloud.json("GET", "/compute/v2.1/servers/s1", 200, "{\"server\":{\"id\":\"s1\",\"status\":\"ACTIVE\"}}");

        Exchange answer = camel.request("direct:cloud-openstack-describe-server", exchange -> {
            exchange.getMessage().setBody(new DescribeServer(cloud.account(), "s1"));
            exchange.getMessage().setHeader("mercatoTenantId", "3");
        });

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeaders()).containsOnlyKeys("mercatoTenantId");
        cloud.wire()
                .verify(getRequestedFor(urlPathEqualTo("/compute/v2.1/servers/s1"))
                        .withHeader("mercatoTenantId", absent()));
    }

    @Test
    void sessions_of_many_accounts_stay_within_their_bound() {
        cloud.json("GET", "/compute/v2.1/servers/s1", 200, "{\"server\":{\"id\":\"s1\",\"status\":\"ACTIVE\"}}");
        for (int user = 0; user < 5; user++) {
            CloudAccount account = new CloudAccount(
                    "openstack", 1, cloud.account().endpoint(), "", "Default:demo:u" + user, "x", Map.of());
            ask(CloudOperation.DESCRIBE_SERVER, new DescribeServer(account, "s1"), Object.class);
        }

        assertThat(sessions.size()).isLessThanOrEqualTo(2);
    }
}
