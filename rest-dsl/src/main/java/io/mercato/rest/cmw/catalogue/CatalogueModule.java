package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.Operation.ADMINISTRATORS;
import static io.mercato.rest.Operation.EVERYBODY;
import static io.mercato.rest.Operation.LOGGED_IN;

import io.mercato.domain.cmw.catalogue.Category;
import io.mercato.domain.cmw.catalogue.CloudCredential;
import io.mercato.domain.cmw.catalogue.CloudProvider;
import io.mercato.domain.cmw.catalogue.InstanceType;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.cmw.catalogue.VirtualMachineConfiguration;
import io.mercato.rest.Operation;
import io.mercato.rest.cmw.Resource;
import io.mercato.rest.cmw.ResourceModule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The REST face of the catalogue. */
@Component
public class CatalogueModule extends ResourceModule {
    // spotless:off
    private static final Resource<Category, CategoryBody> CATEGORY = new Resource<>(
            "category", "category", EVERYBODY,
            Category.class, CategoryBody.class, CategoryBody::of, CategoryBody::toDomain);
    private static final Resource<Product, ProductBody> PRODUCT = new Resource<>(
            "product", "product", EVERYBODY,
            Product.class, ProductBody.class, ProductBody::detail, ProductBody::toDomain);
    private static final Resource<ProductVersion, ProductVersionBody> PLAN = new Resource<>(
            "product-version", "productVersion", EVERYBODY,
            ProductVersion.class, ProductVersionBody.class, ProductVersionBody::of, ProductVersionBody::toDomain);
    private static final Resource<CloudProvider, CloudProviderBody> PROVIDER = new Resource<>(
            "cloud-provider", "cloudProvider", EVERYBODY,
            CloudProvider.class, CloudProviderBody.class, CloudProviderBody::of, CloudProviderBody::toDomain);
    private static final Resource<InstanceType, InstanceTypeBody> INSTANCE_TYPE = new Resource<>(
            "instance-type", "instanceType", EVERYBODY,
            InstanceType.class, InstanceTypeBody.class, InstanceTypeBody::of, InstanceTypeBody::toDomain);
    private static final Resource<VirtualMachineConfiguration, VirtualMachineConfigurationBody> CONFIGURATION =
            new Resource<>(
                    "virtual-machine-configuration", "virtualMachineConfiguration", EVERYBODY,
                    VirtualMachineConfiguration.class, VirtualMachineConfigurationBody.class,
                    VirtualMachineConfigurationBody::of, VirtualMachineConfigurationBody::toDomain);
    private static final Resource<CloudCredential, CloudCredentialBody> CREDENTIAL = new Resource<>(
            "cloud-credential", "cloudCredential", LOGGED_IN,
            CloudCredential.class, CloudCredentialBody.class, CloudCredentialBody::of, CloudCredentialBody::toDomain);
    // spotless:on

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        patched(PROVIDER);
        patched(CONFIGURATION);
        patched(PRODUCT, "direct:cmw-edit-product");
        patched(PLAN, "direct:cmw-edit-product-version");
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Stream<Stream<Operation<?, ?>>> all = Stream.of(
                Stream.of(CATEGORY, PROVIDER, INSTANCE_TYPE, CONFIGURATION, PLAN)
                        .flatMap(Resource::operations),
                products(),
                CREDENTIAL.operations().filter(operation -> !operation.verb().equals("PUT")),
                Stream.of(PROVIDER.patch(), CONFIGURATION.patch()),
                Stream.of(PRODUCT, PLAN, CREDENTIAL).flatMap(Resource::metadata),
                further());
        return all.<Operation<?, ?>>flatMap(Function.identity()).toList();
    }

    /** A list of products leaves the minimum cost away, which each product has by itself. */
    private static Stream<Operation<?, ?>> products() {
        Operation<?, ?> list = Operation.of(
                        "list-product",
                        "GET",
                        "/product",
                        "direct:cmw-list-product",
                        "One page of the products that the caller may see")
                .allowed(EVERYBODY)
                .answersMany(ProductBody.class, Product.class, ProductBody::of);
        return Stream.concat(Stream.of(list), PRODUCT.operations().filter(operation -> !operation.many()));
    }

    private static Stream<Operation<?, ?>> further() {
        return Stream.of(
                Operation.of("create-vm-product", "POST", "/product/vm", "direct:cmw-create-product", "A bare machine")
                        .allowed(ADMINISTRATORS)
                        .takes(ProductBody.class, ProductBody::toMachine)
                        .answersCreated(ProductBody.class, Product.class, ProductBody::detail),
                Operation.of(
                                "get-product-by-sku",
                                "GET",
                                "/product/sku/{sku}",
                                "direct:cmw-get-product-by-sku",
                                "The product with the vendor's number")
                        .allowed(EVERYBODY)
                        .answers(ProductBody.class, Product.class, ProductBody::detail),
                Operation.of(
                                "get-product-version-by-identifier",
                                "GET",
                                "/productVersion/identifier/{identifier}",
                                "direct:cmw-get-product-version-by-identifier",
                                "The plan with the vendor's own name of it")
                        .allowed(EVERYBODY)
                        .answers(ProductVersionBody.class, ProductVersion.class, ProductVersionBody::of),
                Operation.of(
                                "upload-cloud-credential",
                                "PATCH",
                                "/cloudCredential/{id}",
                                "direct:cmw-upload-cloud-credential",
                                "Sets the secret of the account")
                        .takes(CloudCredentialPatchBody.class, CloudCredentialPatchBody::toDomain),
                Operation.of(
                                "list-enum-values",
                                "GET",
                                "/enum/{name}",
                                "direct:cmw-list-enum-values",
                                "The values of an enumeration")
                        .allowed(EVERYBODY)
                        .answersMany(String.class, String.class, value -> value));
    }
}
