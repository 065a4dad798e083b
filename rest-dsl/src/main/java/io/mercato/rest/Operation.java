package io.mercato.rest;

import io.mercato.domain.identity.Role;
import io.mercato.domain.transfer.Download;
import io.mercato.domain.transfer.Upload;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * @param taken what the request brings
 * @param answered what the answer brings
 * @param summary one line for the document
 */
public record Operation<I, O>(
        String id,
        String verb,
        String path,
        String route,
        Set<Role> roles,
        Taken<I> taken,
        Answered<O> answered,
        String summary) {

    public static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    public static final Set<Role> LOGGED_IN = EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS));
    public static final Set<Role> STAFF = EnumSet.of(Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN);
    public static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMIN, Role.SUPERADMIN);
    /** Who looks into the platform's works (behaviour §2: debugging). */
    public static final Set<Role> OPERATORS = EnumSet.of(Role.SUPERADMIN);

    /**
     * What a request brings.
     *
     * @param type record of its body; Void for none
     * @param toDomain makes of the record, or null, what the route takes as its body
     */
    public record Taken<I>(Class<I> type, BiFunction<I, Call, Object> toDomain) {}

    /**
     * What of one thing is had as CSV.
     *
     * @param type record of a row
     */
    public record Rows(Class<?> type, Function<Object, List<?>> translator) {}

    /**
     * What an answer brings.
     *
     * @param type record of its body, or of one item of a list; Void for none
     * @param many whether it is a list; a page of one gets the paging headers, and a list can be had as CSV
     * @param status when all goes well
     * @param toBody makes of what the route answers the record, for one item
     * @param preferred the same for {@code Prefer: response=<key>}
     * @param rows what of one thing is had as CSV; null when it is a list, or cannot be had so
     */
    public record Answered<O>(
            Class<O> type,
            boolean many,
            int status,
            Function<Object, O> toBody,
            Map<String, Function<Object, ?>> preferred,
            Rows rows) {

        Answered<O> preferring(String preference, Function<Object, ?> translator) {
            Map<String, Function<Object, ?>> more = new TreeMap<>(preferred);
            more.put(preference, translator);
            return new Answered<>(type, many, status, toBody, more, rows);
        }

        Answered<O> inRows(Rows of) {
            return new Answered<>(type, many, status, toBody, preferred, of);
        }
    }

    /** An operation without bodies, answering 204; narrowed by the methods below. */
    public static Operation<Void, Void> of(String id, String verb, String path, String route, String summary) {
        return new Operation<>(
                id,
                verb,
                path,
                route,
                LOGGED_IN,
                new Taken<>(Void.class, (none, call) -> null),
                new Answered<>(Void.class, false, 204, none -> null, Map.of(), null),
                summary);
    }

    public Operation<I, O> allowed(Set<Role> who) {
        return new Operation<>(id, verb, path, route, who, taken, answered, summary);
    }

    public <N> Operation<N, O> takes(Class<N> record, Function<N, ?> translator) {
        return takes(record, (body, call) -> translator.apply(body));
    }

    public <N> Operation<N, O> takes(Class<N> record, BiFunction<N, Call, ?> translator) {
        return new Operation<>(id, verb, path, route, roles, new Taken<>(record, translator::apply), answered, summary);
    }

    /** One file, as {@code multipart/form-data}; its route takes an {@link Upload}. */
    public Operation<Upload, O> takesUpload() {
        Taken<Upload> file = new Taken<>(Upload.class, (upload, call) -> upload);
        return new Operation<>(id, verb, path, route, roles, file, answered, summary);
    }

    /** What is done after the answer: 202. */
    public Operation<I, O> accepted() {
        return answering(new Answered<>(
                answered.type(), answered.many(), 202, answered.toBody(), answered.preferred(), answered.rows()));
    }

    /** Bytes as they are; its route answers a {@link Download}. */
    public Operation<I, Download> answersBytes() {
        return answering(new Answered<>(Download.class, false, 200, Download.class::cast, Map.of(), null));
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
        Function<Object, N> toBody = answer -> translator.apply(from.cast(answer));
        return answering(new Answered<>(record, list, code, toBody, Map.of(), null));
    }

    /** What a client is answered that asks for names alone. */
    public <D> Operation<I, O> minimally(Class<D> from, Function<D, NamedEntity> translator) {
        return preferring("minimal", from, translator);
    }

    /** What a client is answered that sends {@code Prefer: response=<preference>}. */
    public <D> Operation<I, O> preferring(String preference, Class<D> from, Function<D, ?> translator) {
        return answering(answered.preferring(preference, answer -> translator.apply(from.cast(answer))));
    }

    /** What of it is had as CSV by who accepts that. */
    public <D, R> Operation<I, O> inRows(Class<R> row, Class<D> from, Function<D, List<R>> translator) {
        return answering(answered.inRows(new Rows(row, answer -> translator.apply(from.cast(answer)))));
    }

    private <N> Operation<I, N> answering(Answered<N> answer) {
        return new Operation<>(id, verb, path, route, roles, taken, answer, summary);
    }

    /** The same, asked with HEAD: the headers alone. */
    Operation<I, O> head() {
        return new Operation<>(
                isBytes() ? "head-" + id : id.replaceFirst("list", "count"),
                "HEAD",
                path,
                route,
                roles,
                taken,
                answered,
                summary + ": headers only");
    }

    public Class<I> input() {
        return taken.type();
    }

    public Class<O> output() {
        return answered.type();
    }

    public boolean many() {
        return answered.many();
    }

    public int status() {
        return answered.status();
    }

    public boolean isUpload() {
        return input() == Upload.class;
    }

    public boolean isBytes() {
        return output() == Download.class;
    }

    public boolean hasInput() {
        return input() != Void.class;
    }

    public boolean hasOutput() {
        return output() != Void.class;
    }
}
