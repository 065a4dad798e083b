package io.mercato.simulator.state;

import java.time.Instant;
import java.util.Map;

/** A machine as Nova knows it. */
public record Server(
        String id,
        String projectId,
        String userId,
        String name,
        ServerSpec spec,
        ServerState state,
        Map<String, String> metadata,
        Instant created,
        Instant updated)
        implements Kept {

    public Server withState(ServerState next, Instant now) {
        return new Server(id, projectId, userId, name, spec, next, metadata, created, now);
    }

    public Server withSpec(ServerSpec next, Instant now) {
        return new Server(id, projectId, userId, name, next, state, metadata, created, now);
    }

    public Server withName(String next, Instant now) {
        return new Server(id, projectId, userId, next, spec, state, metadata, created, now);
    }

    public Server withMetadata(Map<String, String> next, Instant now) {
        return new Server(id, projectId, userId, name, spec, state, Map.copyOf(next), created, now);
    }
}
