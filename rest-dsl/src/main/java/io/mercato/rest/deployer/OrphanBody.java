package io.mercato.rest.deployer;

import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.deployer.Orphan;
import io.mercato.rest.UrlEntity;
import java.time.Instant;

/** Something in a cloud that carries this platform's mark and that nobody needs. */
record OrphanBody(
        UrlEntity cloudCredential,
        ResourceKind kind,
        String resourceId,
        UrlEntity subscription,
        Instant firstSeen,
        Instant reported) {

    static OrphanBody of(Orphan orphan) {
        return new OrphanBody(
                UrlEntity.of("cloudCredential", orphan.credentialId()),
                orphan.kind(),
                orphan.resourceId(),
                UrlEntity.of("subscription", orphan.subscription()),
                orphan.firstSeen(),
                orphan.reported());
    }
}
