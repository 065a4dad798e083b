package io.mercato.platform.cmw;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** Makes the routes of resources out of the templates: a line for each resource. */
public abstract class ResourceRoutes extends RouteBuilder {
    private static final List<String> OPERATIONS = List.of("list", "get", "create", "update", "delete", "lock");
    private static final List<String> METADATA = List.of("get", "put", "remove");

    /**
     * @param name as it stands in the routes' names, {@code product-version}
     * @param path as it stands in references, {@code productVersion}
     * @param store name of the store's bean
     */
    protected void resource(String name, String path, String store) {
        OPERATIONS.forEach(operation -> templatedRoute("cmw-" + operation)
                .routeId("cmw-" + operation + "-" + name)
                .parameter("name", name)
                .parameter("path", path)
                .parameter("store", store));
    }

    /** The routes of a resource's metadata. */
    protected void metadata(String name, String store) {
        METADATA.forEach(operation -> templatedRoute("cmw-" + operation + "-metadata")
                .routeId("cmw-" + operation + "-" + name + "-metadata")
                .parameter("name", name)
                .parameter("store", store));
    }
}
