package io.mercato.domain.deployer.message;

import java.util.Map;

/**
 * The deployer's copy of a cloud account is to be this, on {@code deployer.accounts}, aggregate {@code
 * cloudCredential/<id>}.
 *
 * @param encryptedSecret identity and secret as JSON {@code {"identity","secret"}}, encrypted by the platform's key
 * @param removed the account is no longer to be used
 */
public record CloudAccountChanged(
        int credentialId,
        int providerId,
        String connector,
        String endpoint,
        String region,
        Map<String, String> options,
        String encryptedSecret,
        boolean removed) {}
