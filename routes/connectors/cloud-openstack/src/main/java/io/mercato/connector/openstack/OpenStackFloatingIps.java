package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMultimap;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.ResourceKind;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jclouds.openstack.neutron.v2.domain.Port;
import org.jclouds.openstack.v2_0.options.PaginationOptions;
import org.springframework.stereotype.Component;

/**
 * Public addresses of machines, where the account names a network that they come from. A machine's address is known by
 * the machine's name in its description, so that it is found even when the machine is gone; over HTTP, since jclouds
 * knows no descriptions.
 */
@Component
public class OpenStackFloatingIps {
    private static final String PATH = "/floatingips";

    private final OpenStackSessions sessions;
    private final OpenStackNetworks networks;

    OpenStackFloatingIps(OpenStackSessions sessions, OpenStackNetworks networks) {
        this.sessions = sessions;
        this.networks = networks;
    }

    /** Whether a machine runs without the public address that the account wants it to have. */
    public boolean isWanted(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body OpenStackServer server) {
        return !OpenStackOptions.floatingNetwork(account).isEmpty()
                && server.state() == ServerStatus.RUNNING
                && !server.hasFloatingAddress();
    }

    public OpenStackCall find(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account,
            @Variable(OpenStackRequests.SERVER) OpenStackServer server) {
        return find(account, server.name());
    }

    /** The address from {@code found}, given to the machine's port; or a new one. */
    public OpenStackCall give(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account,
            @Variable(OpenStackRequests.SERVER) OpenStackServer server,
            @Body JsonNode found) {
        String port = portOf(account, server.id());
        List<JsonNode> mine = carrying(found, server.name());
        if (!mine.isEmpty()) {
            ObjectNode change = OpenStackCall.object().put("port_id", port);
            String path = PATH + "/" + mine.get(0).path("id").asText();
            return OpenStackCall.put(
                    account, OpenStackService.NETWORK, path, OpenStackCall.envelope("floatingip", change));
        }
        ObjectNode wish = OpenStackCall.object()
                .put("floating_network_id", networks.idOf(account, OpenStackOptions.floatingNetwork(account)))
                .put("port_id", port)
                .put("description", server.name());
        return OpenStackCall.post(account, OpenStackService.NETWORK, PATH, OpenStackCall.envelope("floatingip", wish));
    }

    /** The machine with the address that it was given. */
    public OpenStackServer given(@Variable(OpenStackRequests.SERVER) OpenStackServer server, @Body JsonNode answer) {
        JsonNode address = answer.path("floatingip").path("floating_ip_address");
        if (!address.isTextual()) {
            throw OpenStackErrors.unreadable();
        }
        return server.withFloating(address.asText());
    }

    public boolean mayBeLeft(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account) {
        return !OpenStackOptions.floatingNetwork(account).isEmpty();
    }

    public OpenStackCall findLeft(@Variable(OpenStackRequests.REQUEST) DeleteServer request) {
        return find(request.account(), request.owner().resourceName(ResourceKind.SERVER));
    }

    /** One call for each address to be given back. */
    public List<OpenStackCall> release(
            @Variable(OpenStackRequests.REQUEST) DeleteServer request, @Body JsonNode found) {
        return carrying(found, request.owner().resourceName(ResourceKind.SERVER)).stream()
                .map(address -> OpenStackCall.delete(
                        request.account(),
                        OpenStackService.NETWORK,
                        PATH + "/" + address.path("id").asText()))
                .toList();
    }

    private static OpenStackCall find(CloudAccount account, String description) {
        return OpenStackCall.get(
                account, OpenStackService.NETWORK, PATH + "?description=" + OpenStackCall.encode(description));
    }

    private static List<JsonNode> carrying(JsonNode found, String description) {
        return StreamSupport.stream(found.path("floatingips").spliterator(), false)
                .filter(address ->
                        description.equals(address.path("description").asText()))
                .toList();
    }

    private String portOf(CloudAccount account, String serverId) {
        OpenStackSession session = sessions.of(account);
        return translating(() -> session.neutron()
                .getPortApi(session.region())
                .list(new PaginationOptions().queryParameters(ImmutableMultimap.of("device_id", serverId)))
                .first()
                .transform(Port::getId)
                .toJavaUtil()
                .orElseThrow(() -> OpenStackErrors.unavailable("The machine has no network port yet")));
    }
}
