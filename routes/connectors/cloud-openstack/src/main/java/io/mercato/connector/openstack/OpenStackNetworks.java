package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.Multimap;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudRequest.EnsureNetwork;
import io.mercato.domain.cloud.ResourceKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Variable;
import org.jclouds.openstack.neutron.v2.domain.Network;
import org.jclouds.openstack.neutron.v2.features.NetworkApi;
import org.jclouds.openstack.v2_0.options.PaginationOptions;
import org.springframework.stereotype.Component;

/**
 * The network that machines stand in: the one that the account names; else the platform's own, if there is one; else
 * the project's, if it has exactly one; else a new one of the platform's.
 */
@Component
public class OpenStackNetworks {
    private final OpenStackSessions sessions;
    private final OpenStackOwnNetwork ownNetwork;

    OpenStackNetworks(OpenStackSessions sessions, OpenStackOwnNetwork ownNetwork) {
        this.sessions = sessions;
        this.ownNetwork = ownNetwork;
    }

    public Ensured ensure(@Variable(OpenStackRequests.REQUEST) EnsureNetwork request) {
        CloudAccount account = request.account();
        String wanted = OpenStackOptions.network(account);
        String id = wanted.isEmpty() ? usualOf(request) : idOf(account, wanted);
        return new Ensured(ResourceKind.NETWORK, id);
    }

    /** Id of the network of this name or id. */
    String idOf(CloudAccount account, String nameOrId) {
        OpenStackSession session = sessions.of(account);
        String key = "network:" + nameOrId;
        return session.recall(key, String.class)
                .orElseGet(() -> session.remember(key, translating(() -> lookUp(session, nameOrId))));
    }

    private static String lookUp(OpenStackSession session, String nameOrId) {
        NetworkApi api = session.neutron().getNetworkApi(session.region());
        return first(api, ImmutableMultimap.of("name", nameOrId))
                .or(() -> Optional.ofNullable(api.get(nameOrId)))
                .map(Network::getId)
                .orElseThrow(() -> OpenStackErrors.notFound("network", nameOrId));
    }

    private String usualOf(EnsureNetwork request) {
        OpenStackSession session = sessions.of(request.account());
        String name = ownName(request);
        String key = "usual-network:" + name;
        return session.recall(key, String.class)
                .orElseGet(() -> session.remember(key, translating(() -> usual(session, request, name))));
    }

    private String usual(OpenStackSession session, EnsureNetwork request, String name) {
        NetworkApi api = session.neutron().getNetworkApi(session.region());
        if (first(api, ImmutableMultimap.of("name", name)).isEmpty()) {
            List<Network> ofProject = list(api, ImmutableMultimap.of("router:external", "false", "shared", "false"));
            if (ofProject.size() == 1) {
                return ofProject.get(0).getId();
            }
        }
        return ownNetwork.ensure(session, request.account(), name);
    }

    private static String ownName(EnsureNetwork request) {
        return request.owner().platform() + "-network";
    }

    /** The one with the least id: every node of the platform chooses the same. */
    static Optional<Network> first(NetworkApi api, Multimap<String, String> filter) {
        return list(api, filter).stream().min(Comparator.comparing(Network::getId));
    }

    private static List<Network> list(NetworkApi api, Multimap<String, String> filter) {
        return api.list(new PaginationOptions().queryParameters(filter)).toList();
    }
}
