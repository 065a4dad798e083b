package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.cloud.Flavor.Behaviour;
import io.mercato.simulator.cloud.Image;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.SecurityGroups;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.KeyPair;
import io.mercato.simulator.state.NetResource;
import io.mercato.simulator.state.Server;
import io.mercato.simulator.state.ServerSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** POST /servers: all checks of the real one come before anything is made. */
final class ServerCreation {
    private static final int MOST_USER_DATA = 65535;

    private final CloudState state;
    private final Servers servers;
    private final Networks networks;
    private final SecurityGroups groups;
    private final int quota;

    ServerCreation(CloudState state, Servers servers, Networks networks, SecurityGroups groups, int quota) {
        this.state = state;
        this.servers = servers;
        this.networks = networks;
        this.groups = groups;
        this.quota = quota;
    }

    Reply create(Call call) {
        JsonNode body = call.need("server");
        String name = Bodies.required(body, "name");
        Flavor flavor = flavor(Bodies.required(body, "flavorRef"));
        String image = image(body);
        KeyPair key = key(call, Bodies.text(body, "key_name"));
        List<NetResource> wantedGroups = groups(call, body.path("security_groups"));
        ServerSpec spec = new ServerSpec(
                flavor.id(),
                null,
                image,
                key == null ? null : key.name(),
                key == null ? null : key.publicKey(),
                userData(body),
                wantedGroups.stream().map(group -> group.text("name")).toList(),
                zone(body));
        List<String> plugs = networks(call, body.path("networks"));
        quota(call, flavor);
        misbehave(call, flavor, name);
        String id = UUID.randomUUID().toString();
        try {
            plug(call, id, body.path("networks"), plugs, wantedGroups);
        } catch (ApiException noAddress) {
            networks.portsOf(id).forEach(networks::deletePort);
            throw noAddress;
        }
        Instant now = Instant.now();
        Server server = servers.create(new Server(
                id,
                call.projectId(),
                call.identity().userId(),
                name,
                spec,
                null,
                Bodies.metadata(body, "metadata"),
                now,
                now));
        return reply(call, server);
    }

    private static Reply reply(Call call, Server server) {
        var view = object(
                "id", server.id(),
                "links", ServerViews.links(call, "servers", server.id()),
                "OS-DCF:diskConfig", "MANUAL",
                "security_groups",
                        server.spec().securityGroups().stream()
                                .map(group -> object("name", group))
                                .toList(),
                "adminPass", UUID.randomUUID().toString().substring(0, 12));
        return Reply.accepted(object("server", view))
                .with("Location", call.base() + "/compute/v2.1/servers/" + server.id());
    }

    private static Flavor flavor(String reference) {
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        return Flavor.find(id).orElseThrow(() -> ApiException.badRequest("Flavor " + id + " could not be found."));
    }

    private static String image(JsonNode body) {
        String reference = Bodies.text(body, "imageRef");
        if (reference == null || reference.isEmpty()) {
            throw ApiException.badRequest("Invalid imageRef provided.");
        }
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        return Image.find(id)
                .map(Image::id)
                .orElseThrow(() -> ApiException.badRequest("Image " + id + " could not be found."));
    }

    private KeyPair key(Call call, String name) {
        if (name == null) {
            return null;
        }
        return state.keyPairs
                .find(KeyPair.id(call.identity().userId(), name))
                .orElseThrow(() -> ApiException.badRequest("Invalid key_name provided."));
    }

    private List<NetResource> groups(Call call, JsonNode given) {
        List<String> names = given.isEmpty() ? List.of("default") : Bodies.texts(given, "name");
        return names.stream()
                .distinct()
                .map(name -> groups.named(name, call.projectId()))
                .toList();
    }

    private static String userData(JsonNode body) {
        String data = Bodies.text(body, "user_data");
        if (data == null) {
            return null;
        }
        try {
            Base64.getMimeDecoder().decode(data);
            if (data.length() <= MOST_USER_DATA && data.matches("[A-Za-z0-9+/=\\s]*")) {
                return data;
            }
        } catch (IllegalArgumentException broken) {
            throw (ApiException)
                    ApiException.badRequest("Invalid input for field/attribute user_data. Value is not" + " base64.")
                            .initCause(broken);
        }
        throw ApiException.badRequest(
                "Invalid input for field/attribute user_data. Value is not base64 of at most" + " 65535 characters.");
    }

    private static String zone(JsonNode body) {
        String zone = Bodies.text(body, "availability_zone");
        if (zone != null && !zone.equals("nova")) {
            throw ApiException.badRequest("The requested availability zone is not available");
        }
        return "nova";
    }

    /** The networks that new ports are to be made in. */
    private List<String> networks(Call call, JsonNode given) {
        List<String> wanted = new ArrayList<>();
        for (JsonNode item : given) {
            if (item.has("port")) {
                freePort(call, item.path("port").asText());
            } else {
                wanted.add(networks.usable(item.path("uuid").asText(), call.projectId())
                        .id());
            }
        }
        if (given.isEmpty()) {
            List<NetResource> own = networks.own(call.projectId());
            if (own.size() > 1) {
                throw ApiException.conflict("Multiple possible networks found, use a Network ID to be more specific.");
            }
            own.forEach(network -> wanted.add(network.id()));
        }
        return wanted;
    }

    private NetResource freePort(Call call, String id) {
        NetResource port = state.ports
                .find(id)
                .filter(found -> found.projectId().equals(call.projectId()))
                .orElseThrow(() -> ApiException.badRequest("Port " + id + " could not be found."));
        if (!port.text("device_id").isEmpty()) {
            throw ApiException.conflict("Port " + id + " is still in use.");
        }
        return port;
    }

    private void plug(Call call, String serverId, JsonNode given, List<String> networkIds, List<NetResource> chosen) {
        List<String> groupIds = chosen.stream().map(NetResource::id).toList();
        for (JsonNode item : given) {
            if (item.has("port")) {
                networks.plug(item.path("port").asText(), serverId);
            }
        }
        for (String network : networkIds) {
            networks.plug(
                    networks.createPort(network, call.projectId(), "", groupIds).id(), serverId);
        }
    }

    private void quota(Call call, Flavor flavor) {
        long used = state.servers.count(server -> server.projectId().equals(call.projectId()));
        boolean full = quota >= 0 && used >= quota;
        if (full || flavor.behaviour() == Behaviour.NO_QUOTA) {
            throw ApiException.forbidden("Quota exceeded for instances: Requested 1, but already used " + used + " of "
                    + (full ? quota : used) + " instances");
        }
    }

    private void misbehave(Call call, Flavor flavor, String name) {
        if (flavor.behaviour() == Behaviour.FAIL_TWICE && servers.countFailure(call.projectId(), name) == 1) {
            state.sync();
            throw new ApiException(
                    500,
                    "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova"
                            + " API log if possible.");
        }
    }
}
