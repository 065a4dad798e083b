package io.mercato.platform.identity;

import io.mercato.processors.identity.IdentityProperties;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP client that calls the identity provider: its time-outs, and no will of its own. */
@Configuration(proxyBeanMethods = false)
public class IdentityClient {
    private static final int CONNECTIONS = 16;

    @Bean
    PoolingHttpClientConnectionManager identityConnections(IdentityProperties properties) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(Timeout.of(properties.responseTimeout()))
                        .build())
                .build();
    }

    /** Retries, redirects and cookies are not the client's to decide. */
    @Bean
    HttpClientConfigurer identityClientConfigurer() {
        return client -> client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Mercato");
    }
}
