package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Volume;
import io.mercato.domain.cloud.CloudAnswer.VolumeStatus;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudRequest.AttachVolume;
import io.mercato.domain.cloud.CloudRequest.CreateVolume;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.error.ErrorKind;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Data disks, in Cinder's API version 3. */
@Component
public class OpenStackVolumes {

    /** The call for the volumes that carry the owner's name. */
    public OpenStackCall find(@Variable(OpenStackRequests.REQUEST) CreateVolume request) {
        String name = OpenStackCall.encode(request.owner().resourceName(ResourceKind.VOLUME));
        return OpenStackCall.get(request.account(), OpenStackService.VOLUME, "/volumes/detail?name=" + name);
    }

    public boolean isAbsent(@Variable(OpenStackRequests.REQUEST) CreateVolume request, @Body JsonNode found) {
        return ofOwner(request, found).isEmpty();
    }

    public OpenStackCall create(@Variable(OpenStackRequests.REQUEST) CreateVolume request) {
        ObjectNode volume = OpenStackCall.object()
                .put("name", request.owner().resourceName(ResourceKind.VOLUME))
                .put("size", request.gigabytes());
        volume.set("metadata", OpenStackMarks.metadataJson(request.owner()));
        putUnlessEmpty(volume, "volume_type", OpenStackOptions.volumeType(request.account()));
        putUnlessEmpty(volume, "availability_zone", OpenStackOptions.availabilityZone(request.account()));
        return OpenStackCall.post(
                request.account(), OpenStackService.VOLUME, "/volumes", OpenStackCall.envelope("volume", volume));
    }

    /** The owner's volume in the list that was found, or the one that was just made. */
    public Volume created(@Variable(OpenStackRequests.REQUEST) CreateVolume request, @Body JsonNode answer) {
        return view(ofOwner(request, answer).orElse(answer.path("volume")));
    }

    public OpenStackCall read(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account,
            @Variable(OpenStackRequests.VOLUME_ID) String volumeId) {
        return OpenStackCall.get(account, OpenStackService.VOLUME, path(volumeId))
                .orMissing();
    }

    public Volume answer(@Body JsonNode answer, @Variable(OpenStackRequests.VOLUME_ID) String volumeId) {
        return answer.isMissingNode() ? Volume.gone(volumeId) : view(answer.path("volume"));
    }

    /** Whether the disk lies ready; one that another machine has is refused. */
    public boolean isAttachable(@Variable(OpenStackRequests.REQUEST) AttachVolume request, @Body Volume volume) {
        if (volume.serverId() != null && !request.serverId().equals(volume.serverId())) {
            throw new CloudException(
                    ErrorKind.REJECTED,
                    OpenStackErrors.REFUSED,
                    "Volume " + volume.id() + " is attached to another machine",
                    null);
        }
        return volume.status() == VolumeStatus.AVAILABLE;
    }

    public OpenStackCall attach(@Variable(OpenStackRequests.REQUEST) AttachVolume request) {
        ObjectNode attachment = OpenStackCall.object().put("volumeId", request.volumeId());
        return OpenStackCall.post(
                request.account(),
                OpenStackService.COMPUTE,
                attachments(request.serverId()),
                OpenStackCall.envelope("volumeAttachment", attachment));
    }

    public OpenStackCall detach(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body Volume volume) {
        String path = attachments(String.valueOf(volume.serverId())) + "/" + OpenStackCall.encode(volume.id());
        return OpenStackCall.delete(account, OpenStackService.COMPUTE, path);
    }

    public OpenStackCall delete(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body Volume volume) {
        return OpenStackCall.delete(account, OpenStackService.VOLUME, path(volume.id()));
    }

    public boolean isAttached(@Body Volume volume) {
        return volume.status() == VolumeStatus.ATTACHED && volume.serverId() != null;
    }

    public boolean isDeletable(@Body Volume volume) {
        return volume.status() == VolumeStatus.AVAILABLE || volume.status() == VolumeStatus.FAILED;
    }

    private static Optional<JsonNode> ofOwner(CreateVolume request, JsonNode found) {
        return StreamSupport.stream(found.path("volumes").spliterator(), false)
                .filter(volume -> OpenStackMarks.isOf(request.owner(), ResourceKind.VOLUME, volume))
                .filter(volume -> !"deleting".equals(volume.path("status").asText()))
                .findFirst();
    }

    static Volume view(JsonNode volume) {
        JsonNode server = volume.path("attachments").path(0).path("server_id");
        if (!volume.path("id").isTextual() || !volume.path("status").isTextual()) {
            throw OpenStackErrors.unreadable();
        }
        String serverId = server.isTextual() ? server.asText() : null;
        return new Volume(
                volume.path("id").asText(), status(volume.path("status").asText()), serverId);
    }

    private static VolumeStatus status(String status) {
        if (status.startsWith("error")) {
            return VolumeStatus.FAILED;
        }
        return switch (status) {
            case "creating", "downloading" -> VolumeStatus.CREATING;
            case "available" -> VolumeStatus.AVAILABLE;
            case "in-use" -> VolumeStatus.ATTACHED;
            default -> VolumeStatus.CHANGING;
        };
    }

    private static void putUnlessEmpty(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    private static String path(String volumeId) {
        return "/volumes/" + OpenStackCall.encode(volumeId);
    }

    private static String attachments(String serverId) {
        return "/servers/" + OpenStackCall.encode(serverId) + "/os-volume_attachments";
    }
}
