package io.mercato.simulator.api.glance;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.cloud.Image;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import java.util.List;
import java.util.Map;

/** Glance v2: the images, to be looked at. */
public final class Glance {
    private static final String BORN = "2026-01-01T00:00:00Z";

    private Glance() {}

    public static void register(Router router) {
        router.on("GET", "/image/v2/images", "list-images", Glance::list);
        router.on(
                "GET",
                "/image/v2/images/{id}",
                "show-image",
                call -> Image.find(call.variable("id"))
                        .map(image -> Reply.ok(view(image)))
                        .orElseThrow(() -> ApiException.notFound("No image found with ID " + call.variable("id"))));
    }

    private static Reply list(Call call) {
        String name = call.parameter("name");
        String status = call.parameter("status");
        List<Map<String, Object>> images = Image.ALL.stream()
                .filter(image -> name == null || image.name().equals(name))
                .filter(image -> status == null || status.equals("active"))
                .map(Glance::view)
                .toList();
        return Reply.ok(object("images", images, "first", "/v2/images", "schema", "/v2/schemas/images"));
    }

    private static Map<String, Object> view(Image image) {
        return object(
                "id",
                image.id(),
                "name",
                image.name(),
                "status",
                "active",
                "visibility",
                "public",
                "protected",
                false,
                "os_hidden",
                false,
                "container_format",
                "bare",
                "disk_format",
                "qcow2",
                "min_disk",
                2,
                "min_ram",
                512,
                "size",
                image.bytes(),
                "os_distro",
                image.distribution(),
                "os_version",
                image.version(),
                "os_admin_user",
                image.user(),
                "owner",
                null,
                "tags",
                List.of(),
                "created_at",
                BORN,
                "updated_at",
                BORN,
                "file",
                "/v2/images/" + image.id() + "/file",
                "self",
                "/v2/images/" + image.id(),
                "schema",
                "/v2/schemas/image");
    }
}
