package io.mercato.platform.cmw.people;

import io.mercato.platform.messaging.TransactionPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Registration, confirmation and passwords. The identity provider is called outside of any transaction; what it has done
 * can be done again, and what of it is not confirmed is worth nothing.
 */
@Component
public class AccountRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variable principal, a visitor or whoever may make users; body RegistrationRequest
        // Out: body User, variables location and revision; his account, and an e-mail to him
        // Fails: CONFLICT for a name or an address that is taken, INVALID or REJECTED for a bad request, RETRYABLE while
        //        the identity provider is away: then nobody is registered
        from("direct:cmw-register-user").routeId("cmw-register-user").errorHandler(noErrorHandler())
            .setVariable("registration", method("registrationDesk", "decide(${variable.principal}, ${body})"))
            .setBody(method("registrationDesk", "account(${variable.registration})"))
            .to("direct:identity-save-account")
            .setVariable("registeredAccount", body())
            .to("direct:cmw-store-registration");

        // In:  variables principal, registration, registeredAccount; Out: body User, variables location and revision
        // Fails: rolled back; the account that was made is not confirmed, and taken over by who registers again
        from("direct:cmw-store-registration").routeId("cmw-store-registration").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setBody(method("registrationDesk",
                "store(${variable.principal}, ${variable.registration}, ${variable.registeredAccount})"))
            .setVariable("location", simple("user/${body.id}"))
            .setVariable("revision", method("revisions", "of(${variable.principal}, userStore, ${body.id})"));

        // In:  body the token of the e-mail; Out: nothing: he may log in, or has the address that he gave himself
        // Fails: REJECTED for a token that is not good, or no longer; RETRYABLE while the identity provider is away
        from("direct:cmw-activate-user").routeId("cmw-activate-user").errorHandler(noErrorHandler())
            .setVariable("tag", body())
            .choice()
                .when(method("userTokens", "isForAddress(${variable.tag})")).to("direct:cmw-change-address")
                .otherwise().to("direct:cmw-activate-account")
            .end();

        // In:  variable tag; Out: he has the address, and so has his account
        // Fails: REJECTED; CONFLICT when somebody else has the address, or another account, RETRYABLE while the identity
        //        provider is away: then the token is still good. What was told to his account in vain is taken back
        from("direct:cmw-change-address").routeId("cmw-change-address").errorHandler(noErrorHandler())
            .setVariable("accountChanged", method("accountDesk", "accountToMove(${variable.tag})"))
            .filter(variable("accountChanged").isNotNull())
                .setBody(variable("accountChanged"))
                .to("direct:identity-move-account")
            .end()
            .doTry()
                .to("direct:cmw-store-address")
            .doCatch(Exception.class)
                .to("direct:cmw-take-back-address")
                .bean("accountDesk", "rethrow")
            .end();

        // In:  variable accountChanged: what his account was told; Out: a command that tells it what is so; Fails: rolled back
        from("direct:cmw-take-back-address").routeId("cmw-take-back-address").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("accountDesk", "takeBack(${variable.accountChanged})");

        // In:  variable tag
        // Out: he has the address, an e-mail to the one that he had; his account is told once more, after what may be on its
        //      way there already
        // Fails: rolled back, REJECTED, CONFLICT when somebody else has the address meanwhile
        from("direct:cmw-store-address").routeId("cmw-store-address").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("accountDesk", "addressShown(${variable.tag})")
            .setBody(constant((Object) null));

        // In:  variable tag; Out: nothing: he may log in; Fails: REJECTED, RETRYABLE
        from("direct:cmw-activate-account").routeId("cmw-activate-account").errorHandler(noErrorHandler())
            .setVariable("registeredAccount", method("accountDesk", "accountToActivate(${variable.tag})"))
            .setBody(variable("registeredAccount"))
            .to("direct:identity-confirm-account")
            .to("direct:cmw-store-activation");

        // In:  variables tag, registeredAccount; Out: the token is used up, an e-mail; Fails: rolled back, REJECTED
        from("direct:cmw-store-activation").routeId("cmw-store-activation").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("accountDesk", "activate(${variable.tag}, ${variable.registeredAccount})")
            .setBody(constant((Object) null));

        // In:  variable principal; Out: another e-mail to confirm his address by; Fails: CONFLICT when it is confirmed
        from("direct:cmw-send-confirmation").routeId("cmw-send-confirmation").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("accountDesk", "sendConfirmation(${variable.principal})");
        // spotless:on
        passwords();
    }

    private void passwords() {
        // spotless:off
        // In:  body a user name or an e-mail address, filter with reseller
        // Out: nothing, whether anybody has it or not; who has it and may log in gets an e-mail, in the name of the reseller
        //      if it sells to him
        // Fails: TOO_MANY when it is asked for too often, for those that nobody knows too; REJECTED for an unknown reseller
        from("direct:cmw-recover-password").routeId("cmw-recover-password").errorHandler(noErrorHandler())
            .setVariable("seller", method("sellers", "asked(${variable.filter})"))
            .bean("requestCounter", "count(password, ${body})")
            .to("direct:cmw-send-recovery");

        // In:  body a user name or an e-mail address, variable seller; Out: a token and the e-mail with it; Fails: rolled back
        from("direct:cmw-send-recovery").routeId("cmw-send-recovery").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("accountDesk", "recover(${body}, ${variable.seller})")
            .setBody(constant((Object) null));

        // In:  body PasswordChoice, filter with reseller
        // Out: nothing: his account has the password, his address counts as confirmed, his tokens are ended
        // Fails: REJECTED for a token that is not good, or no longer, and for an unknown reseller; INVALID for a password
        //        that breaks a rule; RETRYABLE while the identity provider is away: then the token is still good
        from("direct:cmw-reset-password").routeId("cmw-reset-password").errorHandler(noErrorHandler())
            .setVariable("choice", body())
            .setVariable("seller", method("sellers", "asked(${variable.filter})"))
            .setBody(method("accountDesk", "account(${variable.choice})"))
            .to("direct:identity-save-account")
            .setVariable("registeredAccount", body())
            .to("direct:identity-confirm-account")
            .to("direct:cmw-store-password-choice");

        // In:  variables choice, registeredAccount, seller; Out: the token is used up, an e-mail; Fails: rolled back, REJECTED
        from("direct:cmw-store-password-choice").routeId("cmw-store-password-choice").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("accountDesk", "passwordChosen(${variable.choice}, ${variable.registeredAccount}, ${variable.seller})")
            .setBody(constant((Object) null));

        // In:  the clock; Out: tokens of e-mails and counts whose time is over, and old notices, are deleted
        // Fails: logged, tried again at the next stroke
        from("timer:cmw-purge-people?period={{mercato.identity.token-purge-period:15m}}").routeId("cmw-purge-people")
            .routeConfigurationId("clock")
            .bean("userTokens", "purge")
            .bean("requestCounter", "purge")
            .bean("notificationStore", "forget");
        // spotless:on
    }
}
