package io.mercato.platform.identity;

import io.mercato.processors.identity.AccountCalls;
import io.mercato.processors.identity.AccountCommandReader;
import io.mercato.processors.identity.IdentityHttp;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What other modules ask for that nobody waits for. Each command can be repeated, so there is no inbox. */
@Component
public class RunAccountCommand extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  identity.commands: AccountChanged, AccountConfirmed or AccountRemoved, grouped by user
        // Out: the account is so, or gone
        // Fails: rolled back and redelivered by the broker with back-off, then identity.commands.dead
        from("jms:queue:{{queue.identity.commands}}").routeId("identity-run-command").routeConfigurationId("transacted")
            .bean(AccountCommandReader.class, "read")
            .to("direct:identity-dispatch-command");

        // In:  body the command, variables commandType, accountId; Out: done; Fails: as its route, loudly for one unknown
        from("direct:identity-dispatch-command").routeId("identity-dispatch-command").errorHandler(noErrorHandler())
            .choice()
                .when(variable("commandType").isEqualTo("AccountChanged")).to("direct:identity-apply-change")
                .when(variable("commandType").isEqualTo("AccountConfirmed")).to("direct:identity-try-confirm")
                .when(variable("commandType").isEqualTo("AccountRemoved")).to("direct:identity-remove-account")
                .otherwise().throwException(IllegalArgumentException.class, "No such command: ${variable.commandType}")
            .end();

        // In:  body AccountChanged; Out: names, address and whether he may log in are as it says; Fails: RETRYABLE, BROKEN
        from("direct:identity-apply-change").routeId("identity-apply-change").errorHandler(noErrorHandler())
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "change(${body})"))
            .to("direct:identity-call")
            .bean(AccountCalls.class, "changedIfThere");

        // In:  variable accountId; Out: there is no such account; Fails: RETRYABLE, BROKEN
        from("direct:identity-remove-account").routeId("identity-remove-account").errorHandler(noErrorHandler())
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "remove(${variable.accountId})"))
            .to("direct:identity-call")
            .bean(AccountCalls.class, "changedIfThere");
        // spotless:on
    }
}
