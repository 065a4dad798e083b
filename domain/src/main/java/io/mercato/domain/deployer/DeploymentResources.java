package io.mercato.domain.deployer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment has in the cloud.
 *
 * @param ids the cloud's ids of what is known to be there
 * @param addresses the machine's addresses, those reachable by the customer first
 * @param builds how many machines this deployment has been given so far
 * @param encryptedPassword first password of the application, encrypted; null for a bare machine
 */
public record DeploymentResources(
        Map<CloudThing, String> ids,
        List<String> addresses,
        int builds,
        @Nullable String encryptedPassword) {
    public static final DeploymentResources NONE = new DeploymentResources(Map.of(), List.of(), 0, null);

    public DeploymentResources {
        ids = Map.copyOf(ids);
        addresses = List.copyOf(addresses);
    }

    /** Its id, or null when it is not there. */
    public @Nullable String id(CloudThing thing) {
        return ids.get(thing);
    }

    /** Its id, or nothing at all, for a request that may do without it. */
    public String idOrEmpty(CloudThing thing) {
        return ids.getOrDefault(thing, "");
    }

    public boolean has(CloudThing thing) {
        return ids.containsKey(thing);
    }

    public DeploymentResources with(CloudThing thing, String id) {
        Map<CloudThing, String> changed = new EnumMap<>(CloudThing.class);
        changed.putAll(ids);
        changed.put(thing, id);
        return new DeploymentResources(changed, addresses, builds, encryptedPassword);
    }

    public DeploymentResources withAddresses(List<String> found) {
        return new DeploymentResources(ids, found, builds, encryptedPassword);
    }

    public DeploymentResources withPassword(String encrypted) {
        return new DeploymentResources(ids, addresses, builds, encrypted);
    }

    /** One more machine has been asked for. */
    public DeploymentResources withServer(String id) {
        return new DeploymentResources(with(CloudThing.SERVER, id).ids, List.of(), builds + 1, encryptedPassword);
    }

    /** Server, key and firewall are away; what has an id of its own stays. */
    public DeploymentResources withoutServer() {
        return without(CloudThing.SERVER)
                .without(CloudThing.KEY)
                .without(CloudThing.FIREWALL)
                .withAddresses(List.of());
    }

    public DeploymentResources without(CloudThing thing) {
        Map<CloudThing, String> changed = new EnumMap<>(CloudThing.class);
        changed.putAll(ids);
        changed.remove(thing);
        return new DeploymentResources(changed, addresses, builds, encryptedPassword);
    }

    /** For a new build: the count begins anew. */
    public DeploymentResources forNewBuild() {
        return new DeploymentResources(ids, addresses, 0, encryptedPassword);
    }

    /** Where the customer reaches the machine; null while it has no address. */
    @JsonIgnore
    public @Nullable String firstAddress() {
        return addresses.isEmpty() ? null : addresses.get(0);
    }
}
