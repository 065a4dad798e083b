package io.mercato.processors.cmw.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventEndpointRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://vendor.example/hook", "https://vendor.example:8443/a?b=c", "HTTPS://[2001:db8::1]/"})
    void http_and_https_addresses_will_do(String url) {
        assertThat(EventEndpointRules.problem(url)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "vendor.example",
                "ftp://vendor.example",
                "file:///etc/passwd",
                "http://",
                "http:///path",
                "https://user:secret@vendor.example/",
                "http://vendor.example/{{mercato.data}}",
                "http://vendor.example/ a"
            })
    void anything_else_will_not(String url) {
        assertThat(EventEndpointRules.problem(url)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::ffff:127.0.0.1"
            })
    void an_address_that_is_not_public_is_refused_when_the_settings_say_so(String address) throws Exception {
        assertThatThrownBy(() -> addresses(false).resolve(address)).isInstanceOf(UnknownHostException.class);
        assertThat(addresses(true).resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1"})
    void a_public_address_is_called(String address) throws Exception {
        assertThat(addresses(false).resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void a_name_that_resolves_to_a_private_address_is_refused() {
        assertThatThrownBy(() -> addresses(false).resolve("localhost")).isInstanceOf(UnknownHostException.class);
    }

    private static EndpointAddresses addresses(boolean allowPrivate) {
        return new EndpointAddresses(EventFixture.properties(List.of(), allowPrivate, Duration.ofSeconds(5)));
    }
}
