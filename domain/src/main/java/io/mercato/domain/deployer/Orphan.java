package io.mercato.domain.deployer;

import io.mercato.domain.cloud.ResourceKind;
import java.time.Instant;

/**
 * Something in a cloud that carries this platform's mark and that nobody needs.
 *
 * @param credentialId the account that it was found by
 * @param resourceId the cloud's id
 * @param subscription the subscription that it is marked with
 * @param firstSeen when reconciliation saw it first
 * @param reported when it was reported, a grace later
 */
public record Orphan(
        int credentialId,
        ResourceKind kind,
        String resourceId,
        int subscription,
        Instant firstSeen,
        Instant reported) {}
