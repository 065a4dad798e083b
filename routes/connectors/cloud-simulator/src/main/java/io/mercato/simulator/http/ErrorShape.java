package io.mercato.simulator.http;

import static io.mercato.simulator.state.Json.object;

import java.util.Map;

/** How each service words an error. */
public enum ErrorShape {
    /** {"error":{"code","message","title"}}: Keystone, and the token check in front of every service. */
    KEYSTONE {
        @Override
        public Object body(int status, String type, String message) {
            return object("error", object("code", status, "message", message, "title", title(status)));
        }
    },
    /** {"itemNotFound":{"code","message"}}: Nova and Cinder. */
    COMPUTE {
        @Override
        public Object body(int status, String type, String message) {
            return object(NAMES.getOrDefault(status, "computeFault"), object("code", status, "message", message));
        }
    },
    /** {"NeutronError":{"type","message","detail"}}. */
    NETWORK {
        @Override
        public Object body(int status, String type, String message) {
            return object("NeutronError", object("type", type, "message", message, "detail", ""));
        }
    },
    /** Glance answers with a small HTML page. */
    IMAGE {
        @Override
        public Object body(int status, String type, String message) {
            String head = status + " " + title(status);
            return "<html>\n <head>\n  <title>" + head + "</title>\n </head>\n <body>\n  <h1>" + head + "</h1>\n  "
                    + message.replace("&", "&amp;").replace("<", "&lt;") + "<br /><br />\n\n\n\n </body>\n</html>";
        }
    };

    private static final Map<Integer, String> NAMES = Map.of(
            400, "badRequest",
            401, "unauthorized",
            403, "forbidden",
            404, "itemNotFound",
            405, "badMethod",
            409, "conflictingRequest",
            413, "overLimit",
            429, "overLimit",
            501, "notImplemented",
            503, "serviceUnavailable");

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            409, "Conflict",
            413, "Request Entity Too Large",
            429, "Too Many Requests",
            503, "Service Unavailable");

    public abstract Object body(int status, String type, String message);

    private static String title(int status) {
        return TITLES.getOrDefault(status, "Internal Server Error");
    }

    /** The shape of the service that a path belongs to. */
    public static ErrorShape of(String path) {
        if (path.startsWith("/compute") || path.startsWith("/volume")) {
            return COMPUTE;
        }
        if (path.startsWith("/network")) {
            return NETWORK;
        }
        return path.startsWith("/image") ? IMAGE : KEYSTONE;
    }
}
