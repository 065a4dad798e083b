package io.mercato.platform.cmw.catalogue;

import io.mercato.platform.cmw.ResourceRoutes;
import org.springframework.stereotype.Component;

/** What customers think of products. */
@Component
public class CommentRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("comment", "comment", "commentStore");
        // spotless:off
        // In:  variables principal, id of a product, page; Out: a Page of Comment; Fails: NOT_FOUND
        from("direct:cmw-list-comments-of-product").routeId("cmw-list-comments-of-product")
            .errorHandler(noErrorHandler())
            .bean("commentStore", "ofProduct(${variable.principal}, ${variable.id}, ${variable.page})");
        // spotless:on
    }
}
