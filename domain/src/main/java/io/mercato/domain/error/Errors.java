package io.mercato.domain.error;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The errors that many places share, so that they read the same everywhere. */
public final class Errors {

    private Errors() {}

    /** No such thing, or not one that the caller may see: the two read the same on purpose. */
    public static MercatoException notFound(String resource, Object id) {
        return new MercatoException(
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%",
                "There is no " + resource + " " + id,
                Map.of("resource", resource, "id", String.valueOf(id)));
    }

    public static MercatoException forbidden() {
        return new MercatoException(ErrorKind.FORBIDDEN, "forbidden", "Your role does not allow this operation");
    }

    /** A field that the caller's role may not set. */
    public static MercatoException forbiddenField(String field) {
        return new MercatoException(
                ErrorKind.FORBIDDEN,
                "forbidden-field-%field%",
                "Field " + field + ": your role may not set this",
                Map.of("field", field));
    }

    public static MercatoException unauthenticated() {
        return new MercatoException(ErrorKind.UNAUTHENTICATED, "unauthenticated", "Log in to use this operation");
    }

    /** A field of the request that breaks a rule. */
    public static MercatoException invalidField(String field, String problem) {
        return new MercatoException(ErrorKind.INVALID, List.of(fieldHolder(field, problem)), null);
    }

    /** A field refers to something that does not exist or that the caller may not use. */
    public static MercatoException unknownReference(String field, Object reference) {
        return new MercatoException(
                ErrorKind.REJECTED,
                "unknown-reference-%field%-%reference%",
                "Field " + field + " refers to " + reference + ", which does not exist",
                Map.of("field", field, "reference", String.valueOf(reference)));
    }

    /** Somebody else changed it since the caller read it. */
    public static MercatoException stale() {
        return new MercatoException(
                ErrorKind.STALE,
                "changed-meanwhile",
                "Somebody has changed this since you read it; read it again and repeat your change");
    }

    public static MercatoException conflict(String key, String error) {
        return new MercatoException(ErrorKind.CONFLICT, key, error);
    }

    public static MercatoException rejected(String key, String error) {
        return new MercatoException(ErrorKind.REJECTED, key, error);
    }

    /** A field whose value clashes with what is there. */
    public static MercatoException conflictField(String key, String field, String problem) {
        return ofField(ErrorKind.CONFLICT, key, field, problem);
    }

    /** A field whose value breaks the rule that the key names. */
    public static MercatoException rejectedField(String key, String field, String problem) {
        return ofField(ErrorKind.REJECTED, key, field, problem);
    }

    private static MercatoException ofField(ErrorKind kind, String key, String field, String problem) {
        return new MercatoException(kind, key, "Field " + field + ": " + problem, Map.of("field", field));
    }

    /** @param wait how long until it may be asked for again */
    public static MercatoException tooMany(Duration wait) {
        long millis = Math.max(1, wait.toMillis());
        return new MercatoException(
                ErrorKind.TOO_MANY,
                "too-many-requests-%milliseconds%",
                "You ask for this too often; try again in " + (millis + 999) / 1000 + " s",
                Map.of("milliseconds", String.valueOf(millis)));
    }

    public static ErrorHolder fieldHolder(String field, String problem) {
        return new ErrorHolder(
                "invalid-field-%field%-%problem%",
                "Field " + field + ": " + problem, Map.of("field", field, "problem", problem));
    }
}
