package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.api.Times;
import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.cloud.Image;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What can be ordered: flavours, and the images as Nova's proxy shows them. */
final class Offer {
    private static final String ROOT = "/compute/v2.1";

    private Offer() {}

    static void register(Router router) {
        router.on("GET", ROOT + "/flavors", "list-flavors", call -> flavors(call, Offer::briefFlavor));
        router.on("GET", ROOT + "/flavors/detail", "list-flavors", call -> flavors(call, Offer::flavor));
        router.on(
                "GET",
                ROOT + "/flavors/{id}",
                "show-flavor",
                call -> Flavor.find(call.variable("id"))
                        .map(flavor -> Reply.ok(object("flavor", flavor(call, flavor))))
                        .orElseThrow(
                                () -> ApiException.notFound("Flavor " + call.variable("id") + " could not be found.")));
        router.on(
                "GET",
                ROOT + "/flavors/{id}/os-extra_specs",
                "show-flavor",
                call -> Reply.ok(object("extra_specs", object())));
        router.on("GET", ROOT + "/images", "list-images", call -> images(call, Offer::briefImage));
        router.on("GET", ROOT + "/images/detail", "list-images", call -> images(call, Offer::image));
        router.on(
                "GET",
                ROOT + "/images/{id}",
                "show-image",
                call -> Image.find(call.variable("id"))
                        .map(image -> Reply.ok(object("image", image(call, image))))
                        .orElseThrow(
                                () -> ApiException.notFound("Image " + call.variable("id") + " could not be found.")));
    }

    private static Reply flavors(Call call, BiFunction<Call, Flavor, Map<String, Object>> view) {
        String ram = call.parameter("minRam");
        String disk = call.parameter("minDisk");
        return Reply.ok(object(
                "flavors",
                Flavor.ALL.stream()
                        .filter(flavor -> ram == null || flavor.ramMegabytes() >= number(ram))
                        .filter(flavor -> disk == null || flavor.diskGigabytes() >= number(disk))
                        .map(flavor -> view.apply(call, flavor))
                        .toList()));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw ApiException.badRequest("Invalid filter value: " + text);
        }
        return Integer.parseInt(text);
    }

    private static Map<String, Object> briefFlavor(Call call, Flavor flavor) {
        return object(
                "id", flavor.id(), "name", flavor.name(), "links", ServerViews.links(call, "flavors", flavor.id()));
    }

    private static Map<String, Object> flavor(Call call, Flavor flavor) {
        Map<String, Object> view = briefFlavor(call, flavor);
        view.put("ram", flavor.ramMegabytes());
        view.put("disk", flavor.diskGigabytes());
        view.put("vcpus", flavor.vcpus());
        view.put("swap", "");
        view.put("OS-FLV-EXT-DATA:ephemeral", 0);
        view.put("OS-FLV-DISABLED:disabled", false);
        view.put("rxtx_factor", 1.0);
        view.put("os-flavor-access:is_public", true);
        return view;
    }

    private static Reply images(Call call, BiFunction<Call, Image, Map<String, Object>> view) {
        String name = call.parameter("name");
        return Reply.ok(object(
                "images",
                Image.ALL.stream()
                        .filter(image -> name == null || image.name().equals(name))
                        .map(image -> view.apply(call, image))
                        .toList()));
    }

    private static Map<String, Object> briefImage(Call call, Image image) {
        return object("id", image.id(), "name", image.name(), "links", ServerViews.links(call, "images", image.id()));
    }

    private static Map<String, Object> image(Call call, Image image) {
        String born = Times.seconds(Instant.parse("2026-01-01T00:00:00Z"));
        Map<String, Object> view = briefImage(call, image);
        view.put("status", "ACTIVE");
        view.put("progress", 100);
        view.put("minRam", 0);
        view.put("minDisk", 0);
        view.put("created", born);
        view.put("updated", born);
        view.put("metadata", object());
        view.put("OS-EXT-IMG-SIZE:size", image.bytes());
        view.put("links", List.copyOf(ServerViews.links(call, "images", image.id())));
        return view;
    }
}
