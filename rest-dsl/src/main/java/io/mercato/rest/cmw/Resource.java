package io.mercato.rest.cmw;

import io.mercato.domain.identity.Role;
import io.mercato.rest.Call;
import io.mercato.rest.Operation;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A resource with its five operations, and PATCH and metadata where it has them. Behind them stand the routes {@code
 * cmw-<operation>-<name>}.
 *
 * @param name as it stands in the routes' names, {@code product-version}
 * @param path as it stands in the API, {@code productVersion}
 * @param readers who may read at all; whoever is logged in may try to write, the route decides
 */
public record Resource<D, B>(
        String name,
        String path,
        Set<Role> readers,
        Class<D> domain,
        Class<B> body,
        Function<D, B> toBody,
        BiFunction<B, Call, D> toDomain) {

    public Stream<Operation<?, ?>> operations() {
        String one = "/" + path + "/{id}";
        return Stream.of(
                operation("list", "GET", "/" + path, "One page of them")
                        .allowed(readers)
                        .answersMany(body, domain, toBody),
                operation("get", "GET", one, "One of them").allowed(readers).answers(body, domain, toBody),
                operation("create", "POST", "/" + path, "Makes one")
                        .takes(body, toDomain)
                        .answersCreated(body, domain, toBody),
                operation("update", "PUT", one, "Changes one, as a whole")
                        .takes(body, toDomain)
                        .answers(body, domain, toBody),
                operation("delete", "DELETE", one, "Removes one"));
    }

    /** PATCH: fields that are to be changed, or an action. Its route is {@link ResourceModule}'s. */
    public Operation<?, ?> patch() {
        return Operation.of(
                        "patch-" + name,
                        "PATCH",
                        "/" + path + "/{id}",
                        "direct:rest-merge-" + name,
                        "Changes the named fields, or does the named action")
                .takes(Map.class, changes -> changes);
    }

    public Stream<Operation<?, ?>> metadata() {
        return metadata(name, path);
    }

    /** Of something that is no resource of five operations, but has metadata all the same. */
    public static Stream<Operation<?, ?>> metadata(String name, String path) {
        String all = "/" + path + "/{id}/metadata";
        return Stream.of(
                metadata(name, "get", "GET", all, "What integrators keep here")
                        .answers(MetadataBody.class, Map.class, MetadataBody::of),
                metadata(name, "put", "PUT", all, "Replaces what integrators keep here")
                        .takes(MetadataBody.class, MetadataBody::values),
                metadata(name, "remove", "DELETE", all + "/{key}", "Removes one key"));
    }

    private Operation<Void, Void> operation(String verb, String method, String at, String summary) {
        return Operation.of(verb + "-" + name, method, at, "direct:cmw-" + verb + "-" + name, summary);
    }

    private static Operation<Void, Void> metadata(String name, String verb, String method, String at, String summary) {
        String id = verb + "-" + name + "-metadata";
        return Operation.of(id, method, at, "direct:cmw-" + id, summary);
    }
}
