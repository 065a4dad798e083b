package io.mercato.platform.cmw.people;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import org.springframework.stereotype.Component;

/** The companies of the channel, each kind as a resource of its own, and groups of their people. */
@Component
public class ChannelRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("distributor", "distributor", "distributorStore");
        metadata("distributor", "distributorStore");
        resource("reseller", "reseller", "resellerStore");
        metadata("reseller", "resellerStore");
        resource("user-company", "userCompany", "userCompanyStore");
        metadata("user-company", "userCompanyStore");
        resource("company-group", "companyGroup", "companyGroupStore");
        // spotless:off
        // In:  variables principal, path with query; Out: body the first companies with it in their names; Fails: to the caller
        from("direct:cmw-suggest-companies").routeId("cmw-suggest-companies").errorHandler(noErrorHandler())
            .bean("companyStore", "suggest(${variable.principal}, ${variable.path[query]})");

        // In:  variables principal, path with externalId; Out: variable id of the company, body as it came; Fails: NOT_FOUND
        from("direct:cmw-find-company").routeId("cmw-find-company").errorHandler(noErrorHandler())
            .setVariable("id",
                method("companyStore", "idOf(${variable.principal}, ${variable.path[externalId]})"));

        // In:  variables principal, path with externalId; Out: nothing; Fails: rolled back
        from("direct:cmw-remove-company-by-external-id").routeId("cmw-remove-company-by-external-id")
            .errorHandler(noErrorHandler())
            .to("direct:cmw-find-company")
            .to("direct:cmw-remove-company");

        // In:  variables principal, id, ifMatch, filter with deep; Out: nothing: with deep its people are erased, its
        //      products withdrawn
        // Fails: rolled back; CONFLICT while something of it runs
        from("direct:cmw-remove-company").routeId("cmw-remove-company").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-company")
            .bean("companyRemoval", "remove(${variable.principal}, ${variable.id}, ${variable.filter})");
        // spotless:on
    }
}
