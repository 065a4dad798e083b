package io.mercato.platform.identity;

import io.mercato.processors.identity.IdentityHttp;
import io.mercato.processors.identity.IdentityToken;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** One call to the identity provider's administration, with the module's own token. */
@Component
public class CallIdentityProvider extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variable identityCall; Out: the answer's status, headers and body
        // Fails: RETRYABLE when there is none, and for 401, 429 and 5xx; an IOException when nobody is there
        from("direct:identity-call").routeId("identity-call").errorHandler(noErrorHandler())
            .filter(method(IdentityToken.class, "isMissing"))
                .to("direct:identity-fetch-token")
            .end()
            .bean(IdentityHttp.class, "prepare")
            .to("http:identity-provider?throwExceptionOnFailure=false&followRedirects=false"
                + "&clientConnectionManager=#identityConnections&httpClientConfigurer=#identityClientConfigurer")
            .bean(IdentityHttp.class, "check");

        // In:  nothing; Out: the token is kept; Fails: RETRYABLE
        from("direct:identity-fetch-token").routeId("identity-fetch-token").errorHandler(noErrorHandler())
            .bean(IdentityToken.class, "prepare")
            .to("http:identity-provider-token?throwExceptionOnFailure=false&followRedirects=false"
                + "&clientConnectionManager=#identityConnections&httpClientConfigurer=#identityClientConfigurer")
            .bean(IdentityToken.class, "keep");
        // spotless:on
    }
}
