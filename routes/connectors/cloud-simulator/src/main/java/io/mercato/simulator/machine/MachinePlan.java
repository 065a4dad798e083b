package io.mercato.simulator.machine;

import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.cloud.Image;
import java.time.Instant;
import java.util.List;

/**
 * How a machine is to be: computed from the cloud's state, the same after a restart.
 *
 * @param up whether it answers now
 * @param bootedAt since when; null while it is down
 * @param addresses on which it answers
 * @param publicKey of the key pair; may be null
 * @param userData base64, as it was given to Nova; may be null
 * @param disks attached volumes, in the order of their devices
 */
public record MachinePlan(
        String id,
        String name,
        Flavor flavor,
        Image image,
        boolean up,
        Instant bootedAt,
        List<String> addresses,
        String publicKey,
        String userData,
        List<Disk> disks) {

    /** An attached volume. */
    public record Disk(String volumeId, String device, int gigabytes) {}
}
