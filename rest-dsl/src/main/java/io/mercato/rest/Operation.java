package io.mercato.rest;

import io.mercato.domain.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One operation of the REST face: what a client calls, who may call it, and the route that does it.
 *
 * @param id name of its route here, {@code rest-<id>}, and {@code operationId} in the OpenAPI document
 * @param verb {@code GET}, {@code HEAD}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param path below {@code /api}, as {@code /product/{id}}
 * @param route endpoint of the platform's route that does it, {@code direct:…}
 * @param roles who may call it at all; what of it he sees is the route's to decide
 * @param input record of the request's body; Void for none
 * @param output record of the answer's body, or of one item of a list; Void for none
 * @param many whether the answer is a list; a page of one gets the paging headers
 * @param status of the answer, when all goes well
 * @param toDomain makes of the request's record, or null, what the route takes as its body
 * @param toBody makes of what the route answers the record of the answer, for one item
 * @param toMinimal the same for {@code Prefer: response=minimal}; null where there is no slim answer
 * @param summary one line for the document
 */
public record Operation<I, O>(
        String id,
        String verb,
        String path,
        String route,
        Set<Role> roles,
        Class<I> input,
        Class<O> output,
        boolean many,
        int status,
        BiFunction<I, Call, Object> toDomain,
        Function<Object, O> toBody,
        Function<Object, NamedEntity> toMinimal,
        String summary) {

    public static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    public static final Set<Role> LOGGED_IN = EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS));
    public static final Set<Role> STAFF = EnumSet.of(Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN);
    public static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMIN, Role.SUPERADMIN);

    /** An operation without bodies, answering 204; narrowed by the methods below. */
    public static Operation<Void, Void> of(String id, String verb, String path, String route, String summary) {
        return new Operation<>(
                id,
                verb,
                path,
                route,
                LOGGED_IN,
                Void.class,
                Void.class,
                false,
                204,
                (none, call) -> null,
                none -> null,
                null,
                summary);
    }

    public Operation<I, O> allowed(Set<Role> who) {
        return new Operation<>(
                id, verb, path, route, who, input, output, many, status, toDomain, toBody, toMinimal, summary);
    }

    public <N> Operation<N, O> takes(Class<N> record, Function<N, ?> translator) {
        return takes(record, (body, call) -> translator.apply(body));
    }

    public <N> Operation<N, O> takes(Class<N> record, BiFunction<N, Call, ?> translator) {
        return new Operation<>(
                id,
                verb,
                path,
                route,
                roles,
                record,
                output,
                many,
                status,
                translator::apply,
                toBody,
                toMinimal,
                summary);
    }

    public <D, N> Operation<I, N> answers(Class<N> record, Class<D> from, Function<D, N> translator) {
        return answers(200, record, from, translator, false);
    }

    public <D, N> Operation<I, N> answersCreated(Class<N> record, Class<D> from, Function<D, N> translator) {
        return answers(201, record, from, translator, false);
    }

    public <D, N> Operation<I, N> answersMany(Class<N> record, Class<D> from, Function<D, N> translator) {
        return answers(200, record, from, translator, true);
    }

    private <D, N> Operation<I, N> answers(
            int code, Class<N> record, Class<D> from, Function<D, N> translator, boolean list) {
        return new Operation<>(
                id,
                verb,
                path,
                route,
                roles,
                input,
                record,
                list,
                code,
                toDomain,
                answer -> translator.apply(from.cast(answer)),
                toMinimal,
                summary);
    }

    /** What a client is answered that asks for names alone. */
    public <D> Operation<I, O> minimally(Class<D> from, Function<D, NamedEntity> translator) {
        return new Operation<>(
                id,
                verb,
                path,
                route,
                roles,
                input,
                output,
                many,
                status,
                toDomain,
                toBody,
                answer -> translator.apply(from.cast(answer)),
                summary);
    }

    /** The same, asked with HEAD: the headers alone. */
    Operation<I, O> head() {
        return new Operation<>(
                id.replaceFirst("list", "count"),
                "HEAD",
                path,
                route,
                roles,
                input,
                output,
                many,
                status,
                toDomain,
                toBody,
                toMinimal,
                summary + ": headers only");
    }

    public boolean hasInput() {
        return input != Void.class;
    }

    public boolean hasOutput() {
        return output != Void.class;
    }
}
