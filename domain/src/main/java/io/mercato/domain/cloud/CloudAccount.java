package io.mercato.domain.cloud;

import java.util.Map;

/**
 * Where a cloud is and as whom it is used.
 *
 * @param connector name of the connector, the {@code <provider>} of its routes: {@code "openstack"}
 * @param providerId id of the cloud provider in the catalogue
 * @param endpoint address of the cloud's API; for OpenStack the Keystone URL, as {@code http://host:5000/v3}
 * @param region region to use; empty for the only one
 * @param identity who uses it; for OpenStack {@code "domain:project:user"}
 * @param secret its password or key, in clear: lives in memory only and never in a log
 * @param options what else the connector's descriptor names, as {@code networkName}, {@code sshPort}
 */
public record CloudAccount(
        String connector,
        int providerId,
        String endpoint,
        String region,
        String identity,
        String secret,
        Map<String, String> options) {

    public CloudAccount {
        options = Map.copyOf(options);
    }

    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** Without the secret, so that it may stand in a log. */
    @Override
    public String toString() {
        return connector + "[provider " + providerId + ", " + identity + " at " + endpoint + " " + region + "]";
    }
}
