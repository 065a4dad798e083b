package io.mercato.domain.cloud;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cloud answers. */
public sealed interface CloudAnswer {

    record Prerequisites(String flavorId, String imageId) implements CloudAnswer {}

    /** @param id what later requests name it by */
    record Ensured(ResourceKind kind, String id) implements CloudAnswer {}

    /**
     * @param addresses the machine's addresses, those reachable by the customer first; empty while it has none
     * @param fault what went wrong, when the status is FAILED
     */
    record Server(
            String id,
            ServerStatus status,
            List<String> addresses,
            @Nullable String fault) implements CloudAnswer {

        public static Server gone(String id) {
            return new Server(id, ServerStatus.GONE, List.of(), null);
        }
    }

    enum ServerStatus {
        BUILDING,
        RUNNING,
        STOPPED,
        /** On its way between two states: ask again. */
        CHANGING,
        FAILED,
        GONE
    }

    record Volume(String id, VolumeStatus status, @Nullable String serverId) implements CloudAnswer {

        public static Volume gone(String id) {
            return new Volume(id, VolumeStatus.GONE, null);
        }
    }

    enum VolumeStatus {
        CREATING,
        AVAILABLE,
        ATTACHED,
        /** On its way between two states: ask again. */
        CHANGING,
        FAILED,
        GONE
    }

    /** Octets in and out, as the cloud counts them. */
    record Bandwidth(long bytesIn, long bytesOut, Instant measuredAt) implements CloudAnswer {}

    /** @param subscription id of the subscription that it is marked with */
    record OwnedResource(ResourceKind kind, String id, int subscription, Instant createdAt) implements CloudAnswer {}

    /** @param message what the cloud said, in words for a person */
    record Verdict(boolean accepted, String message) implements CloudAnswer {}
}
