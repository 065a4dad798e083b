package io.mercato.connector.openstack;

import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.error.ErrorKind;

/**
 * Who uses a cloud, and for which project: an account's {@code identity}, as {@code domain:project:user}. The domain is
 * that of both, as it is in most clouds.
 */
record OpenStackIdentity(String domain, String project, String user) {

    static OpenStackIdentity parse(String identity) {
        String[] parts = identity.split(":", -1);
        if (parts.length != 3 || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
            throw new CloudException(
                    ErrorKind.FORBIDDEN,
                    OpenStackErrors.CREDENTIALS,
                    "The identity of an OpenStack account reads domain:project:user",
                    null);
        }
        return new OpenStackIdentity(parts[0], parts[1], parts[2]);
    }
}
