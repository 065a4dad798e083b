package io.mercato.simulator.state;

import java.util.List;

/** What a server was ordered with; userData is base64, keyName, publicKey and userData may be null. */
public record ServerSpec(
        String flavorId,
        String previousFlavorId,
        String imageId,
        String keyName,
        String publicKey,
        String userData,
        List<String> securityGroups,
        String zone) {

    public ServerSpec withFlavor(String next, String previous) {
        return new ServerSpec(next, previous, imageId, keyName, publicKey, userData, securityGroups, zone);
    }

    public ServerSpec withSecurityGroups(List<String> next) {
        return new ServerSpec(flavorId, previousFlavorId, imageId, keyName, publicKey, userData, next, zone);
    }
}
