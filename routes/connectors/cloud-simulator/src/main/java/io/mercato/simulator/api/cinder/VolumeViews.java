package io.mercato.simulator.api.cinder;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.api.Times;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.state.Volume;
import java.util.List;
import java.util.Map;

/** Volumes as Cinder shows them. */
final class VolumeViews {
    static final String TYPE = "lvmdriver-1";

    private VolumeViews() {}

    static Map<String, Object> brief(Call call, Volume volume) {
        return object("id", volume.id(), "name", volume.name(), "links", links(call, volume));
    }

    static Map<String, Object> detail(Call call, Volume volume) {
        boolean attached = volume.status().equals("in-use") || volume.status().equals("detaching");
        return object(
                "id", volume.id(),
                "name", volume.name(),
                "description", volume.description(),
                "status", volume.status(),
                "size", volume.size(),
                "volume_type", volume.type(),
                "availability_zone", volume.zone(),
                "metadata", volume.metadata(),
                "attachments", attached ? List.of(attachment(volume)) : List.of(),
                "bootable", "false",
                "encrypted", false,
                "multiattach", false,
                "replication_status", null,
                "consistencygroup_id", null,
                "snapshot_id", null,
                "source_volid", null,
                "user_id", volume.userId(),
                "os-vol-tenant-attr:tenant_id", volume.projectId(),
                "created_at", Times.bareMicros(volume.created()),
                "updated_at", Times.bareMicros(volume.attachedAt() == null ? volume.created() : volume.attachedAt()),
                "links", links(call, volume));
    }

    private static Map<String, Object> attachment(Volume volume) {
        return object(
                "id", volume.id(),
                "attachment_id", volume.id(),
                "volume_id", volume.id(),
                "server_id", volume.serverId(),
                "device", volume.device(),
                "host_name", null,
                "attached_at", Times.bareMicros(volume.attachedAt()));
    }

    private static List<Map<String, Object>> links(Call call, Volume volume) {
        String path = "/volume/v3/" + volume.projectId() + "/volumes/" + volume.id();
        return List.of(
                object("rel", "self", "href", call.base() + path),
                object("rel", "bookmark", "href", call.base() + path.replace("/v3", "")));
    }

    static Map<String, Object> type() {
        return object(
                "id",
                "8f1b6ac5-2b1e-4c55-9c7d-6f0f1f0d7a11",
                "name",
                TYPE,
                "is_public",
                true,
                "description",
                null,
                "extra_specs",
                object());
    }
}
