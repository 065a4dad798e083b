package io.mercato.rest.cmw.file;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.rest.Operation;
import io.mercato.rest.cmw.Resource;
import io.mercato.rest.cmw.ResourceModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The REST face of files. What a file is to the marketplace is the core's, its bytes are cassetto's: a call goes to the one
 * and then to the other, and neither knows of it.
 */
@Component
public class FileModule extends ResourceModule {
    private static final Map<FileKind, Resource<StoredFile, FileBody>> RESOURCES = Map.of(
            FileKind.PRODUCT_IMAGE, resource("product-image-file", FileKind.PRODUCT_IMAGE),
            FileKind.PRODUCT_FILE, resource("file", FileKind.PRODUCT_FILE),
            FileKind.COMPANY_LOGO, resource("company-logo-file", FileKind.COMPANY_LOGO),
            FileKind.USER_FILE, resource("public-user-file", FileKind.USER_FILE));

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        RESOURCES.forEach((kind, resource) -> {
            pass(kind, resource.name());
            if (kind != FileKind.USER_FILE) {
                patched(resource);
            }
        });
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Stream<Stream<Operation<?, ?>>> all = Stream.of(
                common(FileKind.PRODUCT_IMAGE),
                lists(FileKind.PRODUCT_IMAGE),
                common(FileKind.PRODUCT_FILE),
                lists(FileKind.PRODUCT_FILE),
                Stream.of(byId(FileKind.PRODUCT_FILE)),
                common(FileKind.COMPANY_LOGO),
                Stream.of(
                        byId(FileKind.COMPANY_LOGO),
                        RESOURCES.get(FileKind.COMPANY_LOGO).patch()),
                common(FileKind.USER_FILE),
                Stream.of(byId(FileKind.USER_FILE)));
        return all.<Operation<?, ?>>flatMap(operations -> operations).toList();
    }

    /** What all kinds have: they are sent, read and removed. */
    private static Stream<Operation<?, ?>> common(FileKind kind) {
        Resource<StoredFile, FileBody> resource = RESOURCES.get(kind);
        Operation<?, ?> upload = Operation.of(
                        "create-" + resource.name(),
                        "POST",
                        "/" + resource.path(),
                        "direct:rest-store-" + resource.name(),
                        "Takes a file in")
                .takesUpload()
                .answersCreated(FileBody.class, StoredFile.class, FileBody::of);
        return Stream.concat(Stream.of(upload), chosen(resource, Set.of("get", "delete")));
    }

    /** What those have that are shown with products. */
    private static Stream<Operation<?, ?>> lists(FileKind kind) {
        Resource<StoredFile, FileBody> resource = RESOURCES.get(kind);
        Operation<?, ?> bytes = Operation.of(
                        "get-named-" + resource.name(),
                        "GET",
                        "/" + resource.path() + "/static/{name}",
                        "direct:rest-show-named-" + resource.name(),
                        "The bytes that the name stands for; of an image, a smaller one with ?width=")
                .allowed(EVERYBODY)
                .answersBytes();
        return Stream.concat(chosen(resource, Set.of("list")), Stream.of(resource.patch(), bytes));
    }

    private static Operation<?, ?> byId(FileKind kind) {
        Resource<StoredFile, FileBody> resource = RESOURCES.get(kind);
        return Operation.of(
                        "get-" + resource.name() + "-bytes",
                        "GET",
                        "/" + resource.path() + "/{id}/static",
                        "direct:rest-show-" + resource.name(),
                        "Its bytes; of an image, a smaller one with ?width=")
                .allowed(EVERYBODY)
                .answersBytes();
    }

    private static Stream<Operation<?, ?>> chosen(Resource<?, ?> resource, Set<String> verbs) {
        return resource.operations()
                .filter(operation -> verbs.contains(
                        operation.id().substring(0, operation.id().indexOf('-'))));
    }

    private static Resource<StoredFile, FileBody> resource(String name, FileKind kind) {
        return new Resource<>(
                name, kind.resource(), EVERYBODY, StoredFile.class, FileBody.class, FileBody::of, FileBody::toDomain);
    }

    private void pass(FileKind kind, String name) {
        // spotless:off
        // In:    variables principal, filter, body Upload
        // Out:   the file as it is stored: admitted by the core, kept by cassetto, put on record by the core
        // Fails: to the caller; a content that was kept but not put on record is nobody's, and cassetto removes it
        from("direct:rest-store-" + name).routeId("rest-store-" + name).errorHandler(noErrorHandler())
            .setVariable("kind", constant(kind))
            .to("direct:cmw-admit-file")
            .to("direct:cassetto-store-object")
            .to("direct:cmw-record-file");

        // In: variables principal, id, filter, wanted; Out: Download, when the core lets him have it; Fails: to the caller
        from("direct:rest-show-" + name).routeId("rest-show-" + name).errorHandler(noErrorHandler())
            .setVariable("kind", constant(kind))
            .to("direct:cmw-open-file")
            .to("direct:cassetto-open-object");

        // In: the same with path and its name instead of id; Out: as above; Fails: to the caller
        from("direct:rest-show-named-" + name).routeId("rest-show-named-" + name).errorHandler(noErrorHandler())
            .setVariable("kind", constant(kind))
            .to("direct:cmw-open-named-file")
            .to("direct:cassetto-open-object");
        // spotless:on
    }
}
