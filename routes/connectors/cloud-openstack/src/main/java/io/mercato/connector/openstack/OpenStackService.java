package io.mercato.connector.openstack;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The services that are spoken to over HTTP: by which types the catalogue may name each, and which version its address
 * ends in where the catalogue leaves that out.
 */
public enum OpenStackService {
    COMPUTE("", "compute"),
    NETWORK("/v2.0", "network"),
    IMAGE("/v2", "image"),
    VOLUME("", "volumev3", "block-storage", "block-store", "volume");

    private final String version;
    private final ImmutableList<String> types;

    OpenStackService(String version, String... types) {
        this.version = version;
        this.types = ImmutableList.copyOf(types);
    }

    /** Most wanted first. */
    List<String> types() {
        return types;
    }

    /** The address with its version, without a slash at its end. */
    String versioned(String address) {
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return bare.endsWith(version) ? bare : bare + version;
    }
}
