package io.mercato.connector.openstack;

import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.Multimap;
import io.mercato.domain.cloud.CloudAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jclouds.openstack.neutron.v2.domain.ExternalGatewayInfo;
import org.jclouds.openstack.neutron.v2.domain.Network;
import org.jclouds.openstack.neutron.v2.domain.Port;
import org.jclouds.openstack.neutron.v2.domain.Router;
import org.jclouds.openstack.neutron.v2.domain.Subnet;
import org.jclouds.openstack.neutron.v2.extensions.RouterApi;
import org.jclouds.openstack.neutron.v2.features.NetworkApi;
import org.jclouds.openstack.neutron.v2.features.SubnetApi;
import org.jclouds.openstack.v2_0.options.PaginationOptions;
import org.springframework.stereotype.Component;

/**
 * A network of the platform's own: network, subnet, and a router to the outside where the cloud has an outside. Each
 * part is looked for before it is made, so a creation that broke off is carried on.
 */
@Component
class OpenStackOwnNetwork {

    /** @return the network's id */
    String ensure(OpenStackSession session, CloudAccount account, String name) {
        String networkId = network(session.neutron().getNetworkApi(session.region()), name);
        String subnetId = subnet(session.neutron().getSubnetApi(session.region()), networkId, name, account);
        Optional<RouterApi> routers =
                session.neutron().getRouterApi(session.region()).toJavaUtil();
        Optional<String> outside = outside(session, account);
        if (routers.isPresent() && outside.isPresent()) {
            String routerId = router(routers.get(), outside.get(), name);
            connect(session, routers.get(), routerId, subnetId);
        }
        return networkId;
    }

    /** Two nodes may both make one: both then take the one with the least id, and the other is taken away. */
    private static String network(NetworkApi api, String name) {
        Optional<Network> there = OpenStackNetworks.first(api, ImmutableMultimap.of("name", name));
        if (there.isPresent()) {
            return there.get().getId();
        }
        Network made = api.create(Network.createBuilder(name).adminStateUp(true).build());
        Network chosen =
                OpenStackNetworks.first(api, ImmutableMultimap.of("name", name)).orElse(made);
        if (!chosen.getId().equals(made.getId())) {
            api.delete(made.getId());
        }
        return chosen.getId();
    }

    private static String subnet(SubnetApi api, String networkId, String name, CloudAccount account) {
        List<Subnet> there = api.list(filter("network_id", networkId)).toList();
        if (!there.isEmpty()) {
            return there.get(0).getId();
        }
        Subnet.CreateSubnet wish = Subnet.createBuilder(networkId, OpenStackOptions.subnetCidr(account))
                .name(name)
                .ipVersion(4)
                .enableDhcp(true)
                .build();
        return api.create(wish).getId();
    }

    /** The network behind which the world is: where floating addresses come from, or the cloud's only external one. */
    private static Optional<String> outside(OpenStackSession session, CloudAccount account) {
        NetworkApi api = session.neutron().getNetworkApi(session.region());
        String floating = OpenStackOptions.floatingNetwork(account);
        return api.list(filter("router:external", "true")).toList().stream()
                .filter(network ->
                        floating.isEmpty() || floating.equals(network.getName()) || floating.equals(network.getId()))
                .map(Network::getId)
                .min(Comparator.naturalOrder());
    }

    private static String router(RouterApi api, String outside, String name) {
        List<Router> there = api.list(filter("name", name)).toList();
        if (!there.isEmpty()) {
            return there.get(0).getId();
        }
        ExternalGatewayInfo gateway =
                ExternalGatewayInfo.builder().networkId(outside).build();
        return api.create(Router.createBuilder()
                        .name(name)
                        .adminStateUp(true)
                        .externalGatewayInfo(gateway)
                        .build())
                .getId();
    }

    private static void connect(OpenStackSession session, RouterApi api, String routerId, String subnetId) {
        List<Port> ports = session.neutron()
                .getPortApi(session.region())
                .list(filter("device_id", routerId))
                .toList();
        boolean connected = ports.stream()
                .flatMap(port -> port.getFixedIps().stream())
                .anyMatch(ip -> subnetId.equals(ip.getSubnetId()));
        if (!connected) {
            api.addInterfaceForSubnet(routerId, subnetId);
        }
    }

    private static PaginationOptions filter(String key, String value) {
        Multimap<String, String> query = ImmutableMultimap.of(key, value);
        return new PaginationOptions().queryParameters(query);
    }
}
