package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.Volumes;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Server;
import io.mercato.simulator.state.Volume;
import java.util.List;
import java.util.Map;

/** Nova's os-volume_attachments. The attachment's id is the volume's. */
final class VolumeAttachments {
    private static final String ROOT = "/compute/v2.1/servers/{id}/os-volume_attachments";

    private final CloudState state;
    private final ServerLookup lookup;
    private final Volumes volumes;

    VolumeAttachments(CloudState state, ServerLookup lookup, Volumes volumes) {
        this.state = state;
        this.lookup = lookup;
        this.volumes = volumes;
    }

    void register(Router router) {
        router.on(
                "GET",
                ROOT,
                "list-attachments",
                call -> Reply.ok(object(
                        "volumeAttachments",
                        volumes.attachedTo(lookup.get(call).id()).stream()
                                .map(VolumeAttachments::view)
                                .toList())));
        router.on("POST", ROOT, "attach-volume", this::attach);
        router.on(
                "GET",
                ROOT + "/{volume}",
                "show-attachment",
                call -> Reply.ok(object("volumeAttachment", view(attached(call)))));
        router.on("DELETE", ROOT + "/{volume}", "detach-volume", this::detach);
    }

    private static Map<String, Object> view(Volume volume) {
        return object(
                "id", volume.id(),
                "volumeId", volume.id(),
                "serverId", volume.serverId(),
                "device", volume.device());
    }

    private synchronized Reply attach(Call call) {
        Server server = lookup.get(call);
        String vm = server.state().vmState();
        if (!List.of("active", "stopped", "resized").contains(vm)) {
            throw ApiException.conflict(
                    "Cannot 'attach_volume' instance " + server.id() + " while it is in vm_state " + vm);
        }
        if ("deleting".equals(server.state().taskState())) {
            throw ApiException.conflict(
                    "Cannot 'attach_volume' instance " + server.id() + " while it is in task_state deleting");
        }
        JsonNode body = call.need("volumeAttachment");
        String id = Bodies.required(body, "volumeId");
        Volume volume = state.volumes
                .find(id)
                .filter(found -> call.identity().sees(found.projectId()))
                .orElseThrow(() -> ApiException.notFound("Volume " + id + " could not be found."));
        return Reply.ok(object("volumeAttachment", view(volumes.attach(volume, server.id(), device(server)))));
    }

    /** The next device; a wish for another one is left out, as libvirt does. */
    private String device(Server server) {
        List<String> taken =
                volumes.attachedTo(server.id()).stream().map(Volume::device).toList();
        for (char letter = 'b'; letter <= 'z'; letter++) {
            if (!taken.contains("/dev/vd" + letter)) {
                return "/dev/vd" + letter;
            }
        }
        throw ApiException.forbidden("Maximum number of block devices exceeded");
    }

    private Volume attached(Call call) {
        Server server = lookup.get(call);
        String id = call.variable("volume");
        return state.volumes
                .find(id)
                .filter(volume -> server.id().equals(volume.serverId()))
                .orElseThrow(
                        () -> ApiException.notFound("Instance " + server.id() + " is not attached to volume " + id));
    }

    private Reply detach(Call call) {
        volumes.detach(attached(call));
        return Reply.empty(202);
    }
}
