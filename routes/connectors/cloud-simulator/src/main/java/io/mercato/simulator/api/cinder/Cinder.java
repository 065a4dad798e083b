package io.mercato.simulator.api.cinder;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.api.Pages;
import io.mercato.simulator.cloud.Volumes;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Cinder v3: volumes. */
public final class Cinder {
    private static final String ROOT = "/volume/v3/{project}";
    private static final int MOST_GIGABYTES = 16384;

    private final CloudState state;
    private final Volumes volumes;

    public Cinder(CloudState state, Volumes volumes) {
        this.state = state;
        this.volumes = volumes;
    }

    public void register(Router router) {
        on(
                router,
                "GET",
                "/volumes",
                "list-volumes",
                call -> Reply.ok(Pages.of(call, "volumes", list(call), volume -> VolumeViews.brief(call, volume))));
        on(
                router,
                "GET",
                "/volumes/detail",
                "list-volumes",
                call -> Reply.ok(Pages.of(call, "volumes", list(call), volume -> VolumeViews.detail(call, volume))));
        on(router, "POST", "/volumes", "create-volume", this::create);
        on(
                router,
                "GET",
                "/volumes/{id}",
                "show-volume",
                call -> Reply.ok(object("volume", VolumeViews.detail(call, find(call)))));
        on(router, "PUT", "/volumes/{id}", "update-volume", this::update);
        on(router, "DELETE", "/volumes/{id}", "delete-volume", call -> {
            volumes.delete(find(call));
            return Reply.empty(202);
        });
        on(router, "POST", "/volumes/{id}/action", "act-on-volume", this::act);
        on(
                router,
                "GET",
                "/types",
                "list-volume-types",
                call -> Reply.ok(object("volume_types", List.of(VolumeViews.type()))));
        on(router, "GET", "/limits", "show-volume-limits", this::limits);
        on(
                router,
                "GET",
                "/os-quota-sets/{id}",
                "show-volume-quota",
                call -> Reply.ok(object(
                        "quota_set",
                        object(
                                "id",
                                call.variable("id"),
                                "volumes",
                                -1,
                                "gigabytes",
                                -1,
                                "snapshots",
                                0,
                                "backups",
                                0))));
    }

    /** Registers an operation that the project in the path must be the token's for. */
    private static void on(Router router, String method, String path, String name, Function<Call, Reply> handler) {
        router.on(method, ROOT + path, name, call -> {
            if (!call.projectId().equals(call.variable("project"))) {
                throw ApiException.badRequest("Malformed request url");
            }
            return handler.apply(call);
        });
    }

    private Volume find(Call call) {
        String id = call.variable("id");
        return state.volumes
                .find(id)
                .filter(volume -> call.identity().sees(volume.projectId()))
                .orElseThrow(() -> ApiException.notFound("Volume " + id + " could not be found."));
    }

    private List<Volume> list(Call call) {
        Map<String, String> metadata = Bodies.metadataFilter(call.parameter("metadata"));
        String name = call.parameter("name");
        String status = call.parameter("status");
        boolean all = call.identity().admin() && call.parameter("all_tenants") != null;
        return state.volumes.select(volume -> (all || volume.projectId().equals(call.projectId()))
                && (name == null || name.equals(volume.name()))
                && (status == null || status.equals(volume.status()))
                && volume.metadata().entrySet().containsAll(metadata.entrySet()));
    }

    private Reply create(Call call) {
        JsonNode body = call.need("volume");
        int size = body.path("size").asInt(0);
        if (size < 1 || size > MOST_GIGABYTES) {
            throw ApiException.badRequest("Invalid input for field/attribute size. Value: "
                    + body.path("size").asText() + ". It must be from 1 to " + MOST_GIGABYTES + ".");
        }
        String type = Bodies.text(body, "volume_type");
        if (type != null && !type.equals(VolumeViews.TYPE)) {
            throw ApiException.notFound("Volume type with name " + type + " could not be found.");
        }
        String zone = Bodies.text(body, "availability_zone");
        if (zone != null && !zone.equals("nova")) {
            throw ApiException.badRequest("Availability zone '" + zone + "' is invalid.");
        }
        Volume volume = volumes.create(new Volume(
                UUID.randomUUID().toString(),
                call.projectId(),
                call.identity().userId(),
                Bodies.text(body, "name"),
                Bodies.text(body, "description"),
                size,
                VolumeViews.TYPE,
                "nova",
                Bodies.metadata(body, "metadata"),
                "creating",
                null,
                null,
                null,
                null,
                Instant.now()));
        return Reply.accepted(object("volume", VolumeViews.detail(call, volume)));
    }

    private Reply update(Call call) {
        JsonNode body = call.need("volume");
        Volume changed = state.volumes
                .update(
                        find(call).id(),
                        old -> old.withTexts(
                                body.has("name") ? Bodies.text(body, "name") : old.name(),
                                body.has("description") ? Bodies.text(body, "description") : old.description(),
                                body.has("metadata") ? Bodies.metadata(body, "metadata") : old.metadata()))
                .orElseThrow(() -> ApiException.notFound("Volume " + call.variable("id") + " could not be found."));
        return Reply.ok(object("volume", VolumeViews.detail(call, changed)));
    }

    private Reply act(Call call) {
        Volume volume = find(call);
        if (!call.body().has("os-extend")) {
            throw ApiException.badRequest("There is no such action: only os-extend");
        }
        volumes.extend(volume, call.body().path("os-extend").path("new_size").asInt());
        return Reply.empty(202);
    }

    private Reply limits(Call call) {
        List<Volume> own = state.volumes.select(volume -> volume.projectId().equals(call.projectId()));
        Map<String, Object> absolute = object(
                "maxTotalVolumes",
                -1,
                "maxTotalVolumeGigabytes",
                -1,
                "totalVolumesUsed",
                own.size(),
                "totalGigabytesUsed",
                own.stream().mapToInt(Volume::size).sum());
        return Reply.ok(object("limits", object("rate", List.of(), "absolute", absolute)));
    }
}
