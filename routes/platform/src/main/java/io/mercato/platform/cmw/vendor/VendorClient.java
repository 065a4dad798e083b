package io.mercato.platform.cmw.vendor;

import io.mercato.processors.cmw.event.EndpointAddresses;
import io.mercato.processors.cmw.vendor.VendorCallProperties;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP client that asks vendors: bounded in time and size, to addresses that may be called, and nowhere else. */
@Configuration(proxyBeanMethods = false)
public class VendorClient {

    @Bean
    PoolingHttpClientConnectionManager vendorConnections(VendorCallProperties properties, EndpointAddresses addresses) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver(addresses))
                .setMaxConnTotal(properties.atOnce())
                .setMaxConnPerRoute(properties.perVendor())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(Timeout.of(properties.responseTimeout()))
                        .build())
                .build();
    }

    @Bean(destroyMethod = "close")
    BoundedAnswers vendorAnswers(VendorCallProperties properties) {
        return new BoundedAnswers(
                properties.longest(), (int) properties.largestAnswer().toBytes());
    }

    /** A redirect is an answer like any other: nobody follows it to where he should not go. */
    @Bean
    HttpClientConfigurer vendorClientConfigurer(VendorCallProperties properties, BoundedAnswers vendorAnswers) {
        return client -> client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                        .setResponseTimeout(Timeout.of(properties.responseTimeout()))
                        .build())
                .addExecInterceptorFirst("bounded-answers", vendorAnswers)
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
