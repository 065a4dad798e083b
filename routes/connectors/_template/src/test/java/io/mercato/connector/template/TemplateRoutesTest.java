package io.mercato.connector.template;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.feedback.message.TicketReceipt;
import io.mercato.processors.connector.ConnectionVerdict;
import io.mercato.processors.connector.ConnectorDescriptor;
import io.mercato.processors.connector.ConnectorDescriptors;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@CamelSpringBootTest
@SpringBootTest(classes = TemplateRoutesTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TemplateRoutesTest {
    private static final String TOKEN = "t0ken-never-shown";
    private static final WireMockServer OUTSIDE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(TemplateConnector.class)
    static class App {}

    @Autowired
    private ProducerTemplate camel;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OUTSIDE.start();
        String prefix = "mercato.connectors.ticket-template.";
        registry.add(prefix + "endpoint", () -> "http://127.0.0.1:" + OUTSIDE.port() + "/api");
        registry.add(prefix + "token", () -> TOKEN);
        registry.add(prefix + "request-timeout-millis", () -> 2000);
    }

    @AfterAll
    static void stop() {
        OUTSIDE.stop();
    }

    @BeforeEach
    void nothingYet() {
        OUTSIDE.resetAll();
        OUTSIDE.stubFor(get(urlPathEqualTo("/api/tickets")).willReturn(okJson("{\"tickets\":[]}")));
    }

    private void creationAnswers(ResponseDefinitionBuilder response) {
        OUTSIDE.stubFor(post(urlPathEqualTo("/api/tickets")).willReturn(response));
    }

    private TicketReceipt create() {
        return camel.requestBody("direct:ticket-template-create", TemplateTranslatorTest.ticket(), TicketReceipt.class);
    }

    private MercatoException failure() {
        CamelExecutionException thrown = catchThrowableOfType(CamelExecutionException.class, this::create);
        assertThat(thrown.getCause()).isInstanceOf(MercatoException.class);
        return (MercatoException) Objects.requireNonNull(thrown.getCause());
    }

    @Test
    void a_ticket_is_opened_with_the_token_and_its_reference() {
        creationAnswers(okJson("{\"ticket\":{\"id\":7}}").withStatus(201));

        assertThat(create()).isEqualTo(new TicketReceipt("7", null));
        OUTSIDE.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/tickets"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withRequestBody(matchingJsonPath("$.ticket.external_id", equalTo("mercato-17"))));
    }

    @Test
    void a_repeated_call_finds_the_ticket_of_the_first() {
        OUTSIDE.stubFor(get(urlPathEqualTo("/api/tickets"))
                .withQueryParam("external_id", equalTo("mercato-17"))
                .willReturn(okJson("{\"tickets\":[{\"id\":7,\"external_id\":\"mercato-17\"}]}")));

        assertThat(create()).isEqualTo(new TicketReceipt("7", null));
        OUTSIDE.verify(0, postRequestedFor(urlPathEqualTo("/api/tickets")));
    }

    @Test
    void headers_of_the_caller_are_neither_sent_nor_lost() {
        creationAnswers(okJson("{\"ticket\":{\"id\":7}}"));

        Exchange answer = camel.request("direct:ticket-template-create", exchange -> {
            exchange.getMessage().setBody(TemplateTranslatorTest.ticket());
            exchange.getMessage().setHeaders(Map.of("mercatoTenantId", "3"));
        });

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeaders()).containsOnlyKeys("mercatoTenantId");
        OUTSIDE.verify(postRequestedFor(urlPathEqualTo("/api/tickets")).withHeader("mercatoTenantId", absent()));
    }

    @ParameterizedTest
    @CsvSource({
        "302, BROKEN, ticket-system-answer-unreadable",
        "400, REJECTED, ticket-refused",
        "401, FORBIDDEN, ticket-system-refuses-credentials",
        "403, FORBIDDEN, ticket-system-refuses-credentials",
        "404, REJECTED, ticket-refused",
        "409, RETRYABLE, ticket-system-unavailable",
        "422, REJECTED, ticket-refused",
        "429, RETRYABLE, ticket-system-unavailable",
        "500, RETRYABLE, ticket-system-unavailable",
        "503, RETRYABLE, ticket-system-unavailable",
    })
    void a_status_is_a_kind_of_failure(int status, ErrorKind kind, String key) {
        creationAnswers(aResponse().withStatus(status).withBody("no"));

        MercatoException failure = failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.key()).isEqualTo(key);
        assertThat(failure.getMessage()).doesNotContain(TOKEN);
    }

    @Test
    void a_system_that_does_not_answer_in_time_may_do_so_later() {
        creationAnswers(okJson("{}").withFixedDelay(15_000));

        assertThat(failure().kind()).isEqualTo(ErrorKind.RETRYABLE);
    }

    @Test
    void a_connection_that_breaks_may_hold_later() {
        creationAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(failure().kind()).isEqualTo(ErrorKind.RETRYABLE);
    }

    @Test
    void an_answer_that_makes_no_sense_is_broken() {
        creationAnswers(aResponse().withStatus(200).withBody("<html>Welcome</html>"));

        assertThat(failure().kind()).isEqualTo(ErrorKind.BROKEN);
    }

    @Test
    void a_token_that_is_accepted_passes_the_test_of_the_connection() {
        OUTSIDE.stubFor(get(urlPathEqualTo("/api/me")).willReturn(okJson("{\"name\":\"robot\"}")));

        assertThat(verify().accepted()).isTrue();
    }

    @Test
    void a_token_that_is_refused_fails_the_test_of_the_connection_in_words() {
        OUTSIDE.stubFor(get(urlPathEqualTo("/api/me")).willReturn(aResponse().withStatus(401)));

        assertThat(verify()).isEqualTo(new ConnectionVerdict(false, "The ticket system answers 401"));
    }

    @Test
    void a_system_that_is_away_fails_the_test_of_the_connection_in_words() {
        OUTSIDE.stubFor(get(urlPathEqualTo("/api/me")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(verify().accepted()).isFalse();
    }

    private ConnectionVerdict verify() {
        return camel.requestBody("direct:ticket-template-verify", "", ConnectionVerdict.class);
    }

    @Test
    void the_descriptor_is_found_and_has_no_problems() {
        assertThat(ConnectorDescriptors.load(getClass().getClassLoader()))
                .extracting(ConnectorDescriptor::kind, ConnectorDescriptor::name)
                .contains(org.assertj.core.groups.Tuple.tuple("ticket", "template"));
    }
}
