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
        @Nullable Integer id, int cloudProviderId, String name, int cpu, int ram, int rootDiskSpace) {}
