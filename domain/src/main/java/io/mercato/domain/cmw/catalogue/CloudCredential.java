package io.mercato.domain.cmw.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's account at a cloud. Its secret is no part of this: it goes in and never comes out.
 *
 * @param id null until it is stored
 * @param companyId the company that owns it; null with userId null for the platform's own
 * @param uploaded whether its secret is known
 */
public record CloudCredential(
        @Nullable Integer id,
        String name,
        int cloudProviderId,
        @Nullable Integer companyId,
        @Nullable Integer userId,
        boolean uploaded) {

    /**
     * The secret, as {@code PATCH /cloudCredential/{id}} brings it.
     *
     * @param identity who uses the account; for OpenStack {@code domain:project:user}
     */
    public record Secret(String identity, String secret) {

        /** Without the secret, so that it may stand in a log. */
        @Override
        public String toString() {
            return "Secret[" + identity + "]";
        }
    }
}
