package io.mercato.platform.cmw.event;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.mercato.domain.cmw.event.EventEntity.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.processors.cmw.event.DeliveryStore;
import io.mercato.processors.cmw.event.DueDelivery;
import io.mercato.processors.cmw.event.EventSignature;
import io.mercato.processors.cmw.event.VendorEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = EventTestPlatform.class,
        properties = {
            "mercato.cmw.events.connect-timeout=1s",
            "mercato.cmw.events.response-timeout=500ms",
            "mercato.cmw.events.first-retry=50ms",
            "mercato.cmw.events.longest-retry=200ms",
            "mercato.cmw.events.period=50ms"
        })
@DirtiesContext
class SendEventTest {
    private static final WireMockServer ENDPOINT =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private static final AtomicInteger TESTS = new AtomicInteger();

    static {
        ENDPOINT.start();
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    /** Each test has its own endpoint: what another one left under way goes elsewhere. */
    private final String path = "/events/" + TESTS.incrementAndGet();

    @Autowired
    private VendorEvents events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @MockitoSpyBean
    private DeliveryStore store;

    private EventTestPlatform.Catalogue catalogue;

    @BeforeEach
    void empty() {
        ENDPOINT.resetAll();
        catalogue = EventTestPlatform.catalogue(jdbc, ENDPOINT.url(path), "a secret");
    }

    @AfterAll
    static void stop() {
        ENDPOINT.stop();
    }

    @Test
    void an_event_is_posted_signed_and_never_again() {
        ENDPOINT.stubFor(post(path).willReturn(noContent()));

        record(2388, EventType.CREATED);

        awaitAllNotified();
        LoggedRequest request = requests().get(0);
        assertThat(request.getBodyAsString())
                .matches("\\{\"date\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\",\"entity\":\"Subscription\","
                        + "\"entityUrl\":\"subscription/2388\",\"id\":\"2388\",\"type\":\"CREATED\"}");
        assertThat(request.getHeader("CMW-Event-Signature"))
                .isEqualTo(EventSignature.of(request.getBody(), "a secret"));
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void without_a_token_there_is_no_signature() {
        jdbc.sql("update cmw.product set notification_secret_token = null").update();
        ENDPOINT.stubFor(post(path).willReturn(ok()));

        record(1, EventType.CREATED);

        awaitAllNotified();
        assertThat(requests().get(0).containsHeader("CMW-Event-Signature")).isFalse();
    }

    @Test
    void an_endpoint_that_fails_twice_is_told_the_same_bytes_three_times() {
        failTwice(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        record(1, EventType.CREATED);

        awaitAllNotified();
        assertThat(requests())
                .hasSize(3)
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly(requests().get(0).getBodyAsString());
    }

    @Test
    void a_redirect_is_not_followed_and_is_no_success() {
        failTwice(aResponse().withStatus(302).withHeader("Location", ENDPOINT.url("/elsewhere")));

        record(1, EventType.CREATED);

        awaitAllNotified();
        assertThat(requests()).hasSize(3);
        ENDPOINT.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void a_429_is_tried_again_after_the_time_it_asks_for() {
        ENDPOINT.stubFor(post(path).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        record(1, EventType.CREATED);

        await().untilAsserted(() -> assertThat(lastErrors()).containsExactly("HTTP status 429"));
        assertThat(jdbc.sql("select next_attempt_at > now() + interval '59 minutes' from cmw.vendor_event")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void an_endpoint_that_does_not_answer_in_time_is_tried_again() {
        ENDPOINT.stubFor(post(path)
                .inScenario("slow")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("quick")
                .willReturn(ok().withFixedDelay(3_000)));
        ENDPOINT.stubFor(
                post(path).inScenario("slow").whenScenarioStateIs("quick").willReturn(ok()));

        record(1, EventType.CREATED);

        awaitAllNotified();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void an_endpoint_that_is_not_there_is_an_error_that_one_can_read() {
        jdbc.sql("update cmw.product set syndication_endpoints = '[\"http://127.0.0.1:1/\"]'")
                .update();

        record(1, EventType.CREATED);

        await().untilAsserted(() ->
                assertThat(lastErrors()).singleElement().asString().contains("127.0.0.1:1"));
    }

    @Test
    void events_of_an_entity_arrive_in_order_although_the_first_one_fails() {
        failTwice(serverError());

        record(1, EventType.CREATED);
        record(1, EventType.MODIFIED);
        record(1, EventType.DELETED);

        awaitAllNotified();
        assertThat(requests())
                .extracting(request -> request.getBodyAsString().replaceAll(".*\"type\":\"(\\w+)\".*", "$1"))
                .containsExactly("CREATED", "CREATED", "CREATED", "MODIFIED", "DELETED");
    }

    @Test
    void an_entity_that_fails_does_not_hold_up_another() {
        ENDPOINT.stubFor(post(path).willReturn(serverError()));
        ENDPOINT.stubFor(post(path)
                .withRequestBody(matchingJsonPath("$.id", equalTo("2")))
                .willReturn(ok()));

        record(1, EventType.CREATED);
        record(2, EventType.CREATED);

        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select entity_id from cmw.vendor_event where notified_at is not null")
                                .query(Integer.class)
                                .list())
                .containsExactly(2));
    }

    @Test
    void a_crash_between_post_and_settlement_sends_it_again() {
        ENDPOINT.stubFor(post(path).willReturn(ok()));
        doThrow(new IllegalStateException("crash"))
                .doCallRealMethod()
                .when(store)
                .settle(mine(), any());

        record(1, EventType.CREATED);
        await().untilAsserted(() -> verify(store).settle(mine(), any()));
        jdbc.sql("update cmw.vendor_event set claimed_until = now()").update();

        awaitAllNotified();
        assertThat(requests()).hasSize(2);
    }

    private DueDelivery mine() {
        return argThat(delivery -> delivery != null && delivery.endpoint().endsWith(path));
    }

    private void failTwice(ResponseDefinitionBuilder failure) {
        ENDPOINT.stubFor(post(path)
                .inScenario("fail twice")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("failed once")
                .willReturn(failure));
        ENDPOINT.stubFor(post(path)
                .inScenario("fail twice")
                .whenScenarioStateIs("failed once")
                .willSetStateTo("failed twice")
                .willReturn(failure));
        ENDPOINT.stubFor(post(path)
                .inScenario("fail twice")
                .whenScenarioStateIs("failed twice")
                .willReturn(ok()));
    }

    private void record(int id, EventType type) {
        transaction.executeWithoutResult(
                tx -> events.record(SUBSCRIPTION, id, type, catalogue.vendor(), catalogue.product(), Map.of()));
    }

    private void awaitAllNotified() {
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from cmw.vendor_event where notified_at is null")
                                        .query(Integer.class)
                                        .single())
                                .isZero());
    }

    private List<String> lastErrors() {
        return jdbc.sql("select last_error from cmw.vendor_event where last_error is not null")
                .query(String.class)
                .list();
    }

    private List<LoggedRequest> requests() {
        return ENDPOINT.findAll(postRequestedFor(urlEqualTo(path)));
    }
}
