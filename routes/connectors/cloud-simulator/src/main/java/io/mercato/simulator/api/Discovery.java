package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import java.util.List;
import java.util.Map;

/** The version documents, by which clients find out what a service speaks. */
public final class Discovery {
    private static final String UPDATED = "2013-07-23T11:33:21Z";

    private Discovery() {}

    public static void register(Router router) {
        document(
                router,
                "/identity",
                300,
                call -> object("versions", object("values", List.of(version(call, "v3.14", "/identity/v3/", "", "")))));
        document(
                router,
                "/identity/v3",
                200,
                call -> object("version", version(call, "v3.14", "/identity/v3/", "", "")));
        document(router, "/compute", 200, call -> object("versions", List.of(compute(call))));
        document(router, "/compute/v2.1", 200, call -> object("version", compute(call)));
        document(
                router,
                "/network",
                200,
                call -> object("versions", List.of(version(call, "v2.0", "/network/v2.0/", "", ""))));
        document(router, "/network/v2.0", 200, call -> object("resources", resources(call)));
        document(
                router,
                "/image",
                300,
                call -> object("versions", List.of(version(call, "v2.9", "/image/v2/", "", ""))));
        document(router, "/volume", 300, call -> object("versions", List.of(volume(call))));
        document(router, "/volume/v3", 200, call -> object("versions", List.of(volume(call))));
    }

    private static void document(
            Router router, String path, int status, java.util.function.Function<Call, Object> body) {
        router.open("GET", path, "show-versions", call -> Reply.of(status, body.apply(call)));
    }

    /** One version only, the base microversion: nobody is promised what newer ones add. */
    private static Map<String, Object> compute(Call call) {
        return version(call, "v2.1", "/compute/v2.1/", "2.1", "2.1");
    }

    private static Map<String, Object> volume(Call call) {
        return version(call, "v3.0", "/volume/v3/", "3.0", "3.0");
    }

    private static Map<String, Object> version(Call call, String id, String path, String newest, String oldest) {
        return object(
                "id", id,
                "status", "CURRENT",
                "version", newest,
                "min_version", oldest,
                "updated", UPDATED,
                "links", List.of(object("rel", "self", "href", call.base() + path)),
                "media-types", List.of(object("base", "application/json", "type", "application/json")));
    }

    private static List<Map<String, Object>> resources(Call call) {
        return List.of("network", "subnet", "port", "router", "security-group", "floatingip").stream()
                .map(name -> object(
                        "name",
                        name,
                        "collection",
                        name + "s",
                        "links",
                        List.of(object("rel", "self", "href", call.base() + "/network/v2.0/" + name + "s"))))
                .toList();
    }
}
