package io.mercato.platform.cmw.event;

import io.mercato.processors.cmw.event.EndpointAddresses;
import io.mercato.processors.cmw.event.EventProperties;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP client that calls vendors' endpoints: its time-outs, its look-up of addresses, and no will of its own. */
@Configuration(proxyBeanMethods = false)
public class EndpointClient {

    @Bean
    PoolingHttpClientConnectionManager eventConnections(EventProperties properties, EndpointAddresses addresses) {
        Timeout connect = Timeout.of(properties.connectTimeout());
        Timeout response = Timeout.of(properties.responseTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver(addresses))
                .setMaxConnTotal(properties.workers())
                .setMaxConnPerRoute(properties.perEndpoint())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .build())
                .build();
    }

    /** Retries, redirects and cookies are not the client's to decide. */
    @Bean
    HttpClientConfigurer eventClientConfigurer() {
        return client -> client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Mercato");
    }

    private static DnsResolver resolver(EndpointAddresses addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return addresses.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
