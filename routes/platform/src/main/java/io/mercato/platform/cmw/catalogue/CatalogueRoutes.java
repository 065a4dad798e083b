package io.mercato.platform.cmw.catalogue;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import org.springframework.stereotype.Component;

/** What the catalogue consists of, and the few things that are done with it besides reading and writing. */
@Component
public class CatalogueRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("category", "category", "categoryStore");
        resource("product", "product", "productStore");
        resource("product-version", "productVersion", "productVersionStore");
        resource("cloud-provider", "cloudProvider", "cloudProviderStore");
        resource("instance-type", "instanceType", "instanceTypeStore");
        resource("virtual-machine-configuration", "virtualMachineConfiguration", "virtualMachineConfigurationStore");
        resource("cloud-credential", "cloudCredential", "cloudCredentialStore");
        metadata("product", "productStore");
        metadata("product-version", "productVersionStore");
        metadata("cloud-credential", "cloudCredentialStore");
        // spotless:off
        // In:  variables principal, path with sku; Out: the product; Fails: to the caller
        from("direct:cmw-get-product-by-sku").routeId("cmw-get-product-by-sku").errorHandler(noErrorHandler())
            .bean("productReader", "bySku(${variable.principal}, ${variable.path[sku]})");

        // In:  variables principal, path with identifier; Out: the plan; Fails: to the caller
        from("direct:cmw-get-product-version-by-identifier").routeId("cmw-get-product-version-by-identifier")
            .errorHandler(noErrorHandler())
            .bean("productVersionStore", "byIdentifier(${variable.principal}, ${variable.path[identifier]})");

        // In:  variables principal, id, ifMatch, body the secret; Out: nothing here, the account to the deployer
        // Fails: rolled back, STALE when it was changed since
        from("direct:cmw-upload-cloud-credential").routeId("cmw-upload-cloud-credential")
            .errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-cloud-credential")
            .bean("cloudCredentialStore", "upload(${variable.principal}, ${variable.id}, ${body})");

        // In:  variable path with name; Out: list of names; Fails: to the caller
        from("direct:cmw-list-enum-values").routeId("cmw-list-enum-values").errorHandler(noErrorHandler())
            .bean("enumValues", "of(${variable.path[name]})");
        // spotless:on
    }
}
