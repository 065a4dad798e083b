package io.mercato.connector.s3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.storage.PutObject;
import io.mercato.processors.connector.ConnectionVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.camel.CamelExecutionException;
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
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Against a server that fails in every way. */
@CamelSpringBootTest
@SpringBootTest(classes = S3FailuresTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class S3FailuresTest {
    private static final String SECRET = "s3cret-never-shown";
    private static final WireMockServer OUTSIDE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    /** Without a stereotype, so that the connector's scan of its package does not find it. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(S3Connector.class)
    static class App {}

    @Autowired
    private ProducerTemplate camel;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OUTSIDE.start();
        registry.add("mercato.s3.endpoint", () -> "http://127.0.0.1:" + OUTSIDE.port());
        registry.add("mercato.s3.access-key", () -> "key");
        registry.add("mercato.s3.secret-key", () -> SECRET);
        registry.add("mercato.s3.read-timeout", () -> "500ms");
        registry.add("mercato.s3.call-timeout", () -> "3s");
        registry.add("mercato.s3.attempts", () -> "2");
    }

    @AfterAll
    static void stop() {
        OUTSIDE.stop();
    }

    @BeforeEach
    void nothingYet() {
        OUTSIDE.resetAll();
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        OUTSIDE.stubFor(any(anyUrl()).willReturn(answer));
    }

    private MercatoException failure() throws IOException {
        Path file = Files.writeString(Files.createTempFile("s3", "content"), "hello");
        PutObject request = new PutObject("objects/ab/one", file, "text/plain");
        CamelExecutionException thrown = catchThrowableOfType(
                CamelExecutionException.class, () -> camel.sendBody("direct:storage-s3-put", request));
        return (MercatoException) Objects.requireNonNull(thrown.getCause());
    }

    @ParameterizedTest
    @CsvSource({
        "400, BROKEN, storage-refuses-request, 1",
        "401, RETRYABLE, storage-refuses-credentials, 1",
        "403, RETRYABLE, storage-refuses-credentials, 1",
        "404, NOT_FOUND, storage-object-missing, 1",
        "409, RETRYABLE, storage-unavailable, 1",
        "429, RETRYABLE, storage-unavailable, 2",
        "500, RETRYABLE, storage-unavailable, 2",
        "503, RETRYABLE, storage-unavailable, 2",
    })
    void a_status_is_a_kind_of_failure(int status, ErrorKind kind, String key, int attempts) throws IOException {
        answers(aResponse().withStatus(status));

        MercatoException failure = failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.key()).isEqualTo(key);
        assertThat(failure.getMessage()).doesNotContain(SECRET);
        OUTSIDE.verify(attempts, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_storage_that_is_silent_may_answer_later() throws IOException {
        answers(aResponse().withStatus(200).withFixedDelay(5_000));

        assertThat(failure().kind()).isEqualTo(ErrorKind.RETRYABLE);
    }

    @Test
    void a_connection_that_breaks_may_hold_later() throws IOException {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(failure().key()).isEqualTo("storage-unavailable");
    }

    @Test
    void the_test_of_the_connection_says_what_is_wrong() {
        answers(aResponse().withStatus(404));
        assertThat(verify()).isEqualTo(new ConnectionVerdict(false, "There is no bucket mercato"));

        answers(aResponse().withStatus(403));
        assertThat(verify()).isEqualTo(new ConnectionVerdict(false, "The object storage answers 403"));

        answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(verify().accepted()).isFalse();
    }

    private ConnectionVerdict verify() {
        return camel.requestBody("direct:storage-s3-verify", "", ConnectionVerdict.class);
    }
}
