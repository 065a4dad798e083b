package io.mercato.simulator.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network, subnet, port, router, security group, rule or floating address: its attributes as Neutron shows them. */
public record NetResource(String id, String projectId, Map<String, Object> attributes, Instant created)
        implements Kept {

    public String text(String name) {
        Object value = attributes.get(name);
        return value == null ? null : value.toString();
    }

    public NetResource with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.putAll(changes);
        return new NetResource(id, projectId, changed, created);
    }
}
