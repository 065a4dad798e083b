package io.mercato.platform.cmw.people;

import io.mercato.platform.cmw.ResourceRoutes;
import org.springframework.stereotype.Component;

/** Users and companies. */
@Component
public class PeopleRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("company", "company", "companyStore");
        resource("user", "user", "userStore");
        // spotless:off
        // In:  variable principal; Out: his user; Fails: to the caller
        from("direct:cmw-get-me").routeId("cmw-get-me").errorHandler(noErrorHandler())
            .bean("userStore", "me(${variable.principal})");

        // In:  variables principal, path with email; Out: the user; Fails: to the caller
        from("direct:cmw-get-user-by-email").routeId("cmw-get-user-by-email").errorHandler(noErrorHandler())
            .bean("userStore", "byEmail(${variable.principal}, ${variable.path[email]})");

        // In:  variable principal; Out: whether an invoice can be sent to his address; Fails: to the caller
        from("direct:cmw-check-my-address").routeId("cmw-check-my-address").errorHandler(noErrorHandler())
            .bean("userStore", "isMyAddressValid(${variable.principal})");

        // In:  a call that was let in for its role; Out: nothing: that it came here is the answer; Fails: never
        from("direct:cmw-confirm-role").routeId("cmw-confirm-role").errorHandler(noErrorHandler())
            .setBody(constant((Object) null));

        // In:  variables principal, path with externalId; Out: the company, variable revision; Fails: to the caller
        from("direct:cmw-get-company-by-external-id").routeId("cmw-get-company-by-external-id")
            .errorHandler(noErrorHandler())
            .to("direct:cmw-find-company")
            .to("direct:cmw-get-company");
        // spotless:on
    }
}
