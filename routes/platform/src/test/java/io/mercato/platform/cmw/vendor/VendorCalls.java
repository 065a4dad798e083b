package io.mercato.platform.cmw.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.mercato.platform.cmw.CoreRoutes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.test.context.TestPropertySource;

/** A vendor's service that a test makes answer as it likes, and a platform that soon loses patience. */
@TestPropertySource(
        properties = {
            "mercato.cmw.vendor-calls.connect-timeout=2s",
            "mercato.cmw.vendor-calls.response-timeout=5s",
            "mercato.cmw.vendor-calls.longest=8s",
            "mercato.cmw.vendor-calls.largest-answer=2KB",
            "mercato.cmw.vendor-calls.attempts=2"
        })
abstract class VendorCalls extends CoreRoutes {
    protected static final WireMockServer VENDOR =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private static final AtomicInteger TESTS = new AtomicInteger();

    static {
        VENDOR.start();
    }

    private final int test = TESTS.incrementAndGet();

    /** Each test has its own: what another one left under way goes elsewhere. */
    protected final String oneUrl = "/one/" + test;

    protected final String twoUrl = "/two/" + test;
    protected final String domainsUrl = "/domains/" + test;

    @BeforeEach
    void forget() {
        VENDOR.resetAll();
    }

    @AfterAll
    static void reset() {
        VENDOR.resetAll();
    }

    protected static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }

    /** What no call may take for an answer. */
    protected static Stream<Arguments> failures() {
        return Stream.of(
                failure("broken", json(500, "{'errors': [{'message': 'x'}], 'values': []}")),
                failure("a redirect", aResponse().withStatus(302).withHeader("Location", VENDOR.url("/elsewhere"))),
                failure("unauthorised", aResponse().withStatus(401)),
                failure("no JSON", json(200, "<html>Welcome</html>")),
                failure("half a JSON", json(200, "{'errors': [{'message': 'x'")),
                failure("a list", json(200, "['no']")),
                failure("a number", json(200, "7")),
                failure("null", json(200, "null")),
                failure("nothing", json(200, "")),
                failure("empty", json(200, "{}")),
                failure("odd types", json(200, "{'errors': 'no', 'values': {'a': 1}}")),
                failure(
                        "too large",
                        json(200, "{'errors': [{'message': 'x'}], 'values': [], '" + "y".repeat(4000) + "': 1}")),
                failure(
                        "too large in chunks",
                        json(200, "{'errors': [{'message': 'x'}], 'values': [], '" + "y".repeat(4000) + "': 1}")
                                .withChunkedDribbleDelay(4, 40)),
                failure("silent", json(204, "").withFixedDelay(9000)),
                failure(
                        "a byte now and then",
                        json(200, "{'values': [], 'errors': [{'message': 'x'}]}")
                                .withChunkedDribbleDelay(12, 40_000)),
                failure("a connection that breaks", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                failure("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
    }

    private static Arguments failure(String name, ResponseDefinitionBuilder answer) {
        return Arguments.of(Named.of(name, answer));
    }
}
