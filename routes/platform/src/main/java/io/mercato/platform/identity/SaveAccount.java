package io.mercato.platform.identity;

import io.mercato.processors.identity.AccountCalls;
import io.mercato.processors.identity.AccountDecisions;
import io.mercato.processors.identity.IdentityHttp;
import io.mercato.processors.identity.Insistence;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Makes accounts and sets their passwords, while somebody waits. Each step looks before it creates. */
@Component
public class SaveAccount extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  body AccountDraft
        // Out: body the id of the account, which is made or has the password now; one that was made is not confirmed
        // Fails: CONFLICT when it is somebody else's, INVALID for a password that breaks a rule, RETRYABLE when the
        //        identity provider did not answer in several attempts
        from("direct:identity-save-account").routeId("identity-save-account").errorHandler(noErrorHandler())
            .setVariable("accountDraft", body())
            .setVariable("identityStep", constant("save"))
            .to("direct:identity-insist");

        // In:  body the id of an account; Out: its address counts as confirmed: he may log in; Fails: NOT_FOUND, RETRYABLE
        from("direct:identity-confirm-account").routeId("identity-confirm-account").errorHandler(noErrorHandler())
            .setVariable("accountId", body())
            .setVariable("identityStep", constant("confirm"))
            .to("direct:identity-insist");

        // In:  body AccountChanged with an address that he has shown to be his
        // Out: the account is so, its address confirmed; nothing for one that is gone
        // Fails: CONFLICT when another account has the address, RETRYABLE
        from("direct:identity-move-account").routeId("identity-move-account").errorHandler(noErrorHandler())
            .setVariable("accountChanged", body())
            .setVariable("identityStep", constant("move"))
            .to("direct:identity-insist");

        // In:  variable identityStep and what its route takes; Out: as its route
        // Fails: as its route, RETRYABLE after the last attempt; only what was not answered is tried again
        from("direct:identity-insist").routeId("identity-insist").errorHandler(noErrorHandler())
            .bean(Insistence.class, "begin")
            .loopDoWhile(method(Insistence.class, "again"))
                .delay(method(Insistence.class, "pause"))
                .bean(Insistence.class, "attempted")
                .doTry()
                    .toD("direct:identity-try-${variable.identityStep}")
                .doCatch(Exception.class)
                    .bean(Insistence.class, "failed")
                .end()
            .end()
            .bean(Insistence.class, "conclude");

        // In:  variable accountDraft; Out: body the id of the account; Fails: as identity-save-account, after one attempt
        from("direct:identity-try-save").routeId("identity-try-save").errorHandler(noErrorHandler())
            .to("direct:identity-find-account")
            .choice()
                .when(variable("account").isNull()).to("direct:identity-create-account")
                .otherwise().to("direct:identity-change-account")
            .end();

        // In:  variable accountId; Out: confirmed; Fails: NOT_FOUND, RETRYABLE
        from("direct:identity-try-confirm").routeId("identity-try-confirm").errorHandler(noErrorHandler())
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "find(${variable.accountId})"))
            .to("direct:identity-call")
            .setVariable("account", method(AccountCalls.class, "found"))
            .bean(AccountDecisions.class, "requireThere(${variable.account})")
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "confirm(${variable.account})"))
            .to("direct:identity-call")
            .bean(AccountCalls.class, "changed");
        // spotless:on
        steps();
    }

    private void steps() {
        // spotless:off
        // In:  variable accountChanged; Out: as identity-move-account, after one attempt; Fails: CONFLICT, RETRYABLE
        from("direct:identity-try-move").routeId("identity-try-move").errorHandler(noErrorHandler())
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "find(${variable.accountChanged.accountId})"))
            .to("direct:identity-call")
            .setVariable("account", method(AccountCalls.class, "found"))
            .filter(variable("account").isNotNull())
                .setVariable(IdentityHttp.CALL,
                    method(AccountCalls.class, "move(${variable.account}, ${variable.accountChanged})"))
                .to("direct:identity-call")
                .bean(AccountCalls.class, "moved")
            .end();

        // In:  variable accountDraft; Out: variable account, null when there is none by its id or its address; Fails: RETRYABLE
        from("direct:identity-find-account").routeId("identity-find-account").errorHandler(noErrorHandler())
            .removeVariable("account")
            .filter(simple("${variable.accountDraft.accountId} != null"))
                .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "find(${variable.accountDraft.accountId})"))
                .to("direct:identity-call")
                .setVariable("account", method(AccountCalls.class, "found"))
            .end()
            .filter(variable("account").isNull())
                .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "findByEmail(${variable.accountDraft})"))
                .to("direct:identity-call")
                .setVariable("account", method(AccountCalls.class, "found"))
            .end();

        // In:  variable accountDraft; Out: body the id of the new account; Fails: CONFLICT, INVALID, RETRYABLE
        from("direct:identity-create-account").routeId("identity-create-account").errorHandler(noErrorHandler())
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "create(${variable.accountDraft})"))
            .to("direct:identity-call")
            .setBody(method(AccountCalls.class, "created"));

        // In:  variables accountDraft, account
        // Out: body the id of the account; with a new password nobody is logged in by the old one any more
        // Fails: CONFLICT when it is somebody else's, INVALID, RETRYABLE
        from("direct:identity-change-account").routeId("identity-change-account").errorHandler(noErrorHandler())
            .bean(AccountDecisions.class, "requireFree(${variable.accountDraft}, ${variable.account})")
            .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "rename(${variable.account}, ${variable.accountDraft})"))
            .to("direct:identity-call")
            .bean(AccountCalls.class, "changed")
            .filter(simple("${variable.accountDraft.password} != null"))
                .setVariable(IdentityHttp.CALL,
                    method(AccountCalls.class, "setPassword(${variable.account}, ${variable.accountDraft})"))
                .to("direct:identity-call")
                .bean(AccountCalls.class, "changed")
                .setVariable(IdentityHttp.CALL, method(AccountCalls.class, "endSessions(${variable.account})"))
                .to("direct:identity-call")
                .bean(AccountCalls.class, "changed")
            .end()
            .setBody(simple("${variable.account.id}"));
        // spotless:on
    }
}
