package io.mercato.rest.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import java.util.List;
import java.util.stream.Collectors;

/** The body of every error: {@code errorHolders} as the published client reads them, beside the members of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type, String title, int status, String detail, String instance, List<ErrorHolder> errorHolders) {

    public static ProblemBody of(ErrorKind kind, List<ErrorHolder> holders) {
        return of(status(kind), title(kind), holders);
    }

    public static ProblemBody of(int status, String title, List<ErrorHolder> holders) {
        String detail = holders.stream().map(ErrorHolder::error).collect(Collectors.joining("; "));
        return new ProblemBody("about:blank", title, status, detail, null, holders);
    }

    public static int status(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case REJECTED -> 422;
            case STALE -> 412;
            case UNSATISFIABLE -> 416;
            case LOCKED -> 423;
            case TOO_MANY -> 429;
            case BROKEN -> 500;
            case RETRYABLE -> 503;
        };
    }

    private static String title(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> "Bad Request";
            case UNAUTHENTICATED -> "Unauthorized";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "Not Found";
            case CONFLICT -> "Conflict";
            case REJECTED -> "Unprocessable Content";
            case STALE -> "Precondition Failed";
            case UNSATISFIABLE -> "Range Not Satisfiable";
            case LOCKED -> "Locked";
            case TOO_MANY -> "Too Many Requests";
            case BROKEN -> "Internal Server Error";
            case RETRYABLE -> "Service Unavailable";
        };
    }
}
