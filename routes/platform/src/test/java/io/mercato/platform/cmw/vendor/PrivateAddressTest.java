package io.mercato.platform.cmw.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.vendor.VendorAnswer;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.vendor.VendorCall;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** On a platform whose vendors are strangers. */
@TestPropertySource(properties = "mercato.cmw.events.allow-private-addresses=false")
class PrivateAddressTest extends VendorCalls {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0", "[::1]", "2130706433"})
    void the_platforms_own_network_is_not_called(String host) {
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        VendorCall call = new VendorCall("http://" + host + ":" + VENDOR.port() + oneUrl, "{}", null);

        VendorAnswer answer = exchange(
                        "direct:cmw-call-vendor", Principal.SYSTEM, null, null, Map.of("vendorCall", call))
                .getMessage()
                .getBody(VendorAnswer.class);

        assertThat(answer).isEqualTo(VendorAnswer.NONE);
        VENDOR.verify(0, postRequestedFor(urlEqualTo(oneUrl)));
    }
}
