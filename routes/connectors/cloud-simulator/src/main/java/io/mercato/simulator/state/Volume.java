package io.mercato.simulator.state;

import java.time.Instant;
import java.util.Map;

/** A disk of Cinder; serverId and device are null unless it is attached or on its way to or from a server. */
public record Volume(
        String id,
        String projectId,
        String userId,
        String name,
        String description,
        int size,
        String type,
        String zone,
        Map<String, String> metadata,
        String status,
        Instant due,
        String serverId,
        String device,
        Instant attachedAt,
        Instant created)
        implements Kept {

    public Volume withStatus(String next, Instant end) {
        return new Volume(
                id,
                projectId,
                userId,
                name,
                description,
                size,
                type,
                zone,
                metadata,
                next,
                end,
                serverId,
                device,
                attachedAt,
                created);
    }

    public Volume withServer(String server, String newDevice, Instant now) {
        return new Volume(
                id,
                projectId,
                userId,
                name,
                description,
                size,
                type,
                zone,
                metadata,
                status,
                due,
                server,
                newDevice,
                now,
                created);
    }

    public Volume withSize(int gigabytes) {
        return new Volume(
                id,
                projectId,
                userId,
                name,
                description,
                gigabytes,
                type,
                zone,
                metadata,
                status,
                due,
                serverId,
                device,
                attachedAt,
                created);
    }

    public Volume withTexts(String newName, String newDescription, Map<String, String> newMetadata) {
        return new Volume(
                id,
                projectId,
                userId,
                newName,
                newDescription,
                size,
                type,
                zone,
                Map.copyOf(newMetadata),
                status,
                due,
                serverId,
                device,
                attachedAt,
                created);
    }
}
