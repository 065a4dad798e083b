package io.mercato.platform.cmw.people;

import io.mercato.platform.messaging.TransactionPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Tokens: given, taken back, forgotten. */
@Component
public class LoginRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter with expire; Out: a token; Fails: rolled back
        from("direct:cmw-login").routeId("cmw-login").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("loginSteps", "login(${variable.principal}, ${variable.filter})");

        // In:  variable principal; Out: nothing: none of his tokens is good any longer; Fails: rolled back
        from("direct:cmw-logout").routeId("cmw-logout").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("loginSteps", "logout(${variable.principal})");

        // In:  the clock; Out: tokens whose time is over are deleted; Fails: logged, tried again at the next stroke
        from("timer:cmw-purge-tokens?period={{mercato.identity.token-purge-period:15m}}").routeId("cmw-purge-tokens")
            .routeConfigurationId("clock")
            .bean("tokenStore", "purge");
        // spotless:on
    }
}
