package io.mercato.domain.cmw.subscription;

import org.jspecify.annotations.Nullable;

/**
 * The machine that a subscription runs on, frozen when it was ordered.
 *
 * @param flavor name of the provider's machine size
 * @param publicKey the customer's public key, OpenSSH format
 * @param dataDiskGigabytes size of the data disk; 0 for none
 * @param applicationPort port of the application; null for a bare machine
 * @param applicationLogin first login of the application; null for a bare machine
 */
public record MachineSpec(
        int providerId,
        int credentialId,
        String flavor,
        String image,
        String loginUser,
        String publicKey,
        int dataDiskGigabytes,
        @Nullable Integer applicationPort,
        @Nullable String applicationLogin) {}
