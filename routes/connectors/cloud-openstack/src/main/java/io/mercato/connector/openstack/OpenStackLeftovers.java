package io.mercato.connector.openstack;

import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** What stays behind when a machine is gone, and goes with it. */
@Component
public class OpenStackLeftovers {
    private final OpenStackKeys keys;
    private final OpenStackFirewalls firewalls;

    OpenStackLeftovers(OpenStackKeys keys, OpenStackFirewalls firewalls) {
        this.keys = keys;
        this.firewalls = firewalls;
    }

    /** Nova lets go of a machine a moment before Neutron does: until then its firewall is in use. */
    public Server remove(@Variable(OpenStackRequests.REQUEST) DeleteServer request) {
        keys.removeLeft(request.account(), request.owner());
        return firewalls.remove(request.account(), request.owner())
                ? Server.gone(request.serverId())
                : new Server(request.serverId(), ServerStatus.CHANGING, List.of(), null);
    }
}
