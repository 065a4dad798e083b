package io.mercato.rest.cmw;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.rest.RestModule;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** A module whose resources may be patched. */
public abstract class ResourceModule extends RestModule {
    private MergePatch merger;

    @Autowired
    void merger(MergePatch merger) {
        this.merger = merger;
    }

    protected void patched(Resource<?, ?> resource) {
        patched(resource, "direct:cmw-update-" + resource.name());
    }

    /** @param writer the route that writes it, which finds in variable named what fields the call is about */
    protected void patched(Resource<?, ?> resource, String writer) {
        String id = "rest-merge-" + resource.name();
        // spotless:off
        // In:  variables principal, id, body the fields to be changed
        // Out: the thing with these fields changed, through the route that changes it as a whole; it is locked before it is
        //      read, so that what two change side by side is not lost
        // Fails: to the caller
        from("direct:" + id).routeId(id).errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("changes", body())
            .process(exchange -> exchange.setVariable("named", exchange.getMessage().getBody(Map.class).keySet()))
            .to("direct:cmw-lock-" + resource.name())
            .to("direct:cmw-get-" + resource.name())
            .process(exchange -> merger.merge(exchange, resource))
            .to(writer);
        // spotless:on
    }
}
