package io.mercato.rest;

import io.mercato.rest.error.FailureAnswerer;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all operations have in common at the edge. */
@Configuration(proxyBeanMethods = false)
public class RestConfiguration {

    /** Every failure of a call becomes an answer; none leaves as a stack trace. */
    @Bean
    RouteConfigurationBuilder edgePolicy(FailureAnswerer failures) {
        return new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration("edge")
                        .onException(Throwable.class)
                        .handled(true)
                        .process(failures::answer);
            }
        };
    }

    /** Nothing but these headers leaves with an answer, and who logged in how never becomes a header of an exchange. */
    @Bean
    HttpHeaderFilterStrategy apiHeaders() {
        return new HttpHeaderFilterStrategy() {
            private final Set<String> outwards = Set.of(
                    "content-type",
                    "content-length",
                    "content-range",
                    "accept-ranges",
                    "location",
                    "etag",
                    "cache-control",
                    "retry-after",
                    "x-rate-limit-remaining",
                    "x-rate-limit-retry-after-milliseconds",
                    "content-disposition",
                    "content-security-policy",
                    "x-content-type-options",
                    "www-authenticate",
                    "cmw-pagenumber",
                    "cmw-pagesize",
                    "cmw-totalitems",
                    "cmw-totalpages");
            private final Set<String> secret = Set.of("authorization", "cookie", "cmw-auth-token");

            @Override
            public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
                return !outwards.contains(name.toLowerCase(Locale.ROOT));
            }

            @Override
            public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
                return secret.contains(name.toLowerCase(Locale.ROOT)) || name.regionMatches(true, 0, "Camel", 0, 5);
            }
        };
    }
}
