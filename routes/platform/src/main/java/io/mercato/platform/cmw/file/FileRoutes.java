package io.mercato.platform.cmw.file;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import org.springframework.stereotype.Component;

/** Files, and what goes before and after cassetto's work on their bytes. */
@Component
public class FileRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("product-image-file", "productImageFile", "productImageFileStore");
        resource("file", "file", "fileStore");
        resource("company-logo-file", "companyLogoFile", "companyLogoFileStore");
        resource("public-user-file", "publicUserFile", "publicUserFileStore");
        // spotless:off
        // In:    variables principal, kind, filter
        // Out:   body as it came, variable use: what the bytes must be fit for
        // Fails: to the caller: FORBIDDEN, or INVALID for what else the call says
        from("direct:cmw-admit-file").routeId("cmw-admit-file").errorHandler(noErrorHandler())
            .setVariable("use", method("fileDesk", "admit(${variable.principal}, ${variable.kind}, ${variable.filter})"));

        // In:    variables principal, kind, filter, body StoredObject
        // Out:   the file on record, cassetto told that its content is held; variable location
        // Fails: rolled back
        from("direct:cmw-record-file").routeId("cmw-record-file").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("fileDesk", "create(${variable.principal}, ${variable.kind}, ${variable.filter}, ${body})")
            .setVariable("location", simple("${variable.kind.resource}/${body.id}"));

        // In: variables principal, kind, id, filter, wanted; Out: ObjectRequest; Fails: NOT_FOUND too for what he may not see
        from("direct:cmw-open-file").routeId("cmw-open-file").errorHandler(noErrorHandler())
            .bean("fileDesk",
                "byId(${variable.principal}, ${variable.kind}, ${variable.id}, ${variable.filter}, ${variable.wanted})");

        // In: variables principal, kind, path with name, filter, wanted; Out: ObjectRequest; Fails: as above
        from("direct:cmw-open-named-file").routeId("cmw-open-named-file").errorHandler(noErrorHandler())
            .bean("fileDesk",
                "byName(${variable.principal}, ${variable.kind}, ${variable.path}, ${variable.filter}, ${variable.wanted})");
        // spotless:on
    }
}
