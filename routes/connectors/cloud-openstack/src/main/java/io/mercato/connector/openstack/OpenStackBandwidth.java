package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Bandwidth;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.error.ErrorKind;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * What a machine's network cards have counted, from Nova's diagnostics. Their names differ by hypervisor: {@code
 * tap1f_rx} or {@code vnet0_rx} in microversion 2.1, {@code nic_details} in the newer format.
 */
@Component
public class OpenStackBandwidth {
    private final Clock clock = Clock.systemUTC();

    public OpenStackCall read(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account,
            @Variable(OpenStackRequests.SERVER_ID) String serverId) {
        String path = "/servers/" + OpenStackCall.encode(serverId) + "/diagnostics";
        return OpenStackCall.get(account, OpenStackService.COMPUTE, path);
    }

    public Bandwidth answer(@Body JsonNode diagnostics) {
        if (!diagnostics.isObject()) {
            throw OpenStackErrors.unreadable();
        }
        long in = sum(diagnostics, "_rx", "rx_octets");
        long out = sum(diagnostics, "_tx", "tx_octets");
        return new Bandwidth(in, out, clock.instant());
    }

    /** Many clouds keep diagnostics to their administrators, and some hypervisors have none. */
    public void fail(Exchange exchange) {
        CloudException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, CloudException.class);
        if (failure.kind() != ErrorKind.FORBIDDEN && failure.kind() != ErrorKind.REJECTED) {
            throw failure;
        }
        throw new CloudException(
                ErrorKind.REJECTED, OpenStackErrors.NO_BANDWIDTH, OpenStackErrors.text(failure), failure);
    }

    private static long sum(JsonNode diagnostics, String suffix, String field) {
        long octets = diagnostics.properties().stream()
                .filter(entry -> entry.getKey().endsWith(suffix))
                .map(Map.Entry::getValue)
                .mapToLong(JsonNode::asLong)
                .sum();
        for (JsonNode card : diagnostics.path("nic_details")) {
            octets += card.path(field).asLong();
        }
        return octets;
    }
}
