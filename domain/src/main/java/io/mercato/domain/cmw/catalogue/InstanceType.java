package io.mercato.domain.cmw.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A size of machine that a cloud offers.
 *
 * @param id null until it is stored
 * @param name the cloud's own name of it, as of an OpenStack flavor
 * @param cpu virtual CPUs
 * @param ram megabytes
 * @param rootDiskSpace gigabytes
 */
public record InstanceType(
        @Nullable Integer id, int cloudProviderId, String name, int cpu, int ram, int rootDiskSpace) {
    /** Virtual CPUs that any cloud may offer. */
    public static final int MOST_CPUS = 4_096;

    /** Megabytes: 64 terabytes. */
    public static final int MOST_RAM = 67_108_864;

    /** Gigabytes: a petabyte. */
    public static final int LARGEST_DISK = 1_048_576;
}
