package io.mercato.domain.cloud;

import java.util.Locale;

/**
 * What the deployer asks of a cloud. Each connector offers one route for each operation, {@code
 * direct:cloud-<connector>-<name>}; its body is the request record of {@link CloudRequest}, and its answer is named
 * there. A route throws {@link CloudException} when the cloud refuses or is not there. Every operation is idempotent:
 * what creates looks first, what deletes is content when there is nothing.
 */
public enum CloudOperation {
    CHECK_PREREQUISITES,
    ENSURE_NETWORK,
    ENSURE_KEY,
    ENSURE_FIREWALL,
    CREATE_SERVER,
    DESCRIBE_SERVER,
    START_SERVER,
    STOP_SERVER,
    RESIZE_SERVER,
    DELETE_SERVER,
    CREATE_VOLUME,
    ATTACH_VOLUME,
    DELETE_VOLUME,
    READ_BANDWIDTH,
    LIST_OWNED_RESOURCES,
    VERIFY_CREDENTIALS;

    /** {@code create-server} and its like. */
    public String routeName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code direct:cloud-openstack-create-server} and its like. */
    public String endpoint(String connector) {
        return "direct:cloud-" + connector + "-" + routeName();
    }
}
