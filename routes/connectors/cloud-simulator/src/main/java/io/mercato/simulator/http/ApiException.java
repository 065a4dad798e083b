package io.mercato.simulator.http;

/**
 * A call that is refused: the status, the type of error where the service names types (Neutron), and the text. The
 * body's shape is the service's own, see {@link ErrorShape}.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    public ApiException(int status, String message) {
        this(status, "HTTPException", message);
    }

    public ApiException(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    public static ApiException badRequest(String message) {
        return new ApiException(400, "HTTPBadRequest", message);
    }

    public static ApiException forbidden(String message) {
        return new ApiException(403, "PolicyNotAuthorized", message);
    }

    public static ApiException notFound(String message) {
        return new ApiException(404, "HTTPNotFound", message);
    }

    public static ApiException conflict(String message) {
        return new ApiException(409, "HTTPConflict", message);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }
}
