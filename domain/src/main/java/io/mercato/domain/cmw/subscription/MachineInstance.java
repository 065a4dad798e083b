package io.mercato.domain.cmw.subscription;

import org.jspecify.annotations.Nullable;

/** A machine that a subscription has, as its customer sees it. */
public record MachineInstance(
        int id,
        int subscriptionId,
        String name,
        int providerId,
        @Nullable Integer credentialId,
        @Nullable String publicIp,
        int sshPort,
        String loginUser,
        int cpu,
        int ramMegabytes,
        int diskGigabytes) {}
