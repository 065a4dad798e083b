package io.mercato.connector.openstack;

import io.mercato.domain.cloud.CloudAccount;

/** Names of the options that an account may carry; what each means stands in the connector's descriptor. */
final class OpenStackOptions {
    private static final String NETWORK = "network";
    private static final String FLOATING_NETWORK = "floatingNetwork";
    private static final String AVAILABILITY_ZONE = "availabilityZone";
    private static final String VOLUME_TYPE = "volumeType";
    private static final String SUBNET = "subnetCidr";
    private static final String DEFAULT_SUBNET = "10.77.0.0/16";

    private OpenStackOptions() {}

    static String network(CloudAccount account) {
        return account.option(NETWORK, "").strip();
    }

    static String floatingNetwork(CloudAccount account) {
        return account.option(FLOATING_NETWORK, "").strip();
    }

    static String availabilityZone(CloudAccount account) {
        return account.option(AVAILABILITY_ZONE, "").strip();
    }

    static String volumeType(CloudAccount account) {
        return account.option(VOLUME_TYPE, "").strip();
    }

    static String subnetCidr(CloudAccount account) {
        String cidr = account.option(SUBNET, "").strip();
        return cidr.isEmpty() ? DEFAULT_SUBNET : cidr;
    }
}
