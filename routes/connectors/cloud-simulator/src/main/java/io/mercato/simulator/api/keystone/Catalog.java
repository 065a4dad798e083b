package io.mercato.simulator.api.keystone;

import static io.mercato.simulator.state.Json.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The services, under the address by which the client came. */
final class Catalog {
    private static final String REGION = "RegionOne";

    private Catalog() {}

    static List<Map<String, Object>> of(String base, String projectId) {
        return List.of(
                service("keystone", "identity", base + "/identity"),
                service("nova", "compute", base + "/compute/v2.1"),
                service("neutron", "network", base + "/network"),
                service("glance", "image", base + "/image"),
                service("cinder", "block-storage", base + "/volume/v3/" + projectId),
                service("cinderv3", "volumev3", base + "/volume/v3/" + projectId));
    }

    private static Map<String, Object> service(String name, String type, String url) {
        List<Map<String, Object>> endpoints = Stream.of("public", "internal", "admin")
                .map(access -> object(
                        "id", Accounts.hash(type + access),
                        "interface", access,
                        "region_id", REGION,
                        "region", REGION,
                        "url", url))
                .toList();
        return object("id", Accounts.hash(type), "type", type, "name", name, "endpoints", endpoints);
    }
}
