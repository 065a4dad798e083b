package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudRequest.CreateServer;
import io.mercato.domain.cloud.CloudRequest.ResizeServer;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jclouds.openstack.nova.v2_0.features.ServerApi;
import org.jclouds.openstack.nova.v2_0.options.CreateServerOptions;
import org.springframework.stereotype.Component;

/** What is done to machines. */
@Component
public class OpenStackServers {
    private static final String HOST_NAME_KEY = "mercato_host_name";

    private final OpenStackSessions sessions;

    OpenStackServers(OpenStackSessions sessions) {
        this.sessions = sessions;
    }

    /** The call for the machines that carry the owner's name. */
    public OpenStackCall find(@Variable(OpenStackRequests.REQUEST) CreateServer request) {
        String name = OpenStackMarks.exactly(request.owner().resourceName(ResourceKind.SERVER));
        return OpenStackCall.get(
                request.account(), OpenStackService.COMPUTE, "/servers/detail?name=" + OpenStackCall.encode(name));
    }

    /** The call for one machine. */
    public OpenStackCall read(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account,
            @Variable(OpenStackRequests.SERVER_ID) String serverId) {
        return OpenStackCall.get(account, OpenStackService.COMPUTE, "/servers/" + OpenStackCall.encode(serverId))
                .orMissing();
    }

    /** The machine in the answer to {@link #read}. */
    public OpenStackServer view(@Body JsonNode answer, @Variable(OpenStackRequests.SERVER_ID) String serverId) {
        if (answer.isMissingNode()) {
            return OpenStackServer.gone(serverId);
        }
        JsonNode server = answer.path("server");
        if (!server.path("id").isTextual() || !server.path("status").isTextual()) {
            throw OpenStackErrors.unreadable();
        }
        return OpenStackServer.of(server);
    }

    /**
     * The machine that a former request made, or a new one. One that the cloud failed to build is replaced: nothing but
     * a new one will ever run.
     */
    public Server createUnlessThere(@Variable(OpenStackRequests.REQUEST) CreateServer request, @Body JsonNode found) {
        List<OpenStackServer> made = ofOwner(request.owner(), found);
        Optional<OpenStackServer> usable =
                made.stream().filter(OpenStackServers::isUsable).findFirst();
        if (usable.isPresent()) {
            return usable.get().answer();
        }
        ServerApi api = api(request.account());
        made.stream()
                .filter(server -> server.state() == ServerStatus.FAILED)
                .forEach(server -> translating(() -> api.delete(server.id())));
        return translating(() -> create(api, request));
    }

    private static List<OpenStackServer> ofOwner(Owner owner, JsonNode found) {
        return StreamSupport.stream(found.path("servers").spliterator(), false)
                .filter(server -> OpenStackMarks.isOf(owner, ResourceKind.SERVER, server))
                .map(OpenStackServer::of)
                .toList();
    }

    private static boolean isUsable(OpenStackServer server) {
        return server.state() != ServerStatus.FAILED && !server.isGone() && !server.isBeingDeleted();
    }

    private static Server create(ServerApi api, CreateServer request) {
        String name = request.owner().resourceName(ResourceKind.SERVER);
        String id = api.create(name, request.imageId(), request.flavorId(), options(request))
                .getId();
        return new Server(id, ServerStatus.BUILDING, List.of(), null);
    }

    private static CreateServerOptions options(CreateServer request) {
        Map<String, String> metadata = new HashMap<>(request.metadata());
        metadata.putAll(OpenStackMarks.metadata(request.owner()));
        metadata.put(HOST_NAME_KEY, request.hostName());
        CreateServerOptions options =
                new CreateServerOptions().metadata(metadata).networks(request.networkId());
        if (!request.keyName().isBlank()) {
            options.keyPairName(request.keyName());
        }
        if (!request.firewallId().isBlank()) {
            options.securityGroupNames(request.firewallId());
        }
        String zone = OpenStackOptions.availabilityZone(request.account());
        if (!zone.isEmpty()) {
            options.availabilityZone(zone);
        }
        if (!request.userData().isBlank()) {
            String document = OpenStackUserData.withHostName(request.userData(), request.hostName());
            options.userData(document.getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    /** The machine as the platform sees it. */
    public Server answer(@Body OpenStackServer server) {
        return server.answer();
    }

    public boolean isGone(@Body OpenStackServer server) {
        return server.isGone();
    }

    public boolean isResized(@Body OpenStackServer server) {
        return server.isResized();
    }

    public boolean isStopped(@Body OpenStackServer server) {
        return server.state() == ServerStatus.STOPPED;
    }

    /** A customer's stop is a SHUTOFF; the other ways to lie still are an operator's doing, which jclouds cannot undo. */
    public OpenStackCall start(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body OpenStackServer server) {
        String action = switch (server.status()) {
            case "SUSPENDED" -> "resume";
            case "PAUSED" -> "unpause";
            case "SHELVED", "SHELVED_OFFLOADED" -> "unshelve";
            default -> "os-start";
        };
        String path = "/servers/" + OpenStackCall.encode(server.id()) + "/action";
        return OpenStackCall.post(
                account, OpenStackService.COMPUTE, path, OpenStackCall.object().putNull(action));
    }

    /** The machine of a moment ago, now that something was ordered for it. */
    public Server started(@Variable(OpenStackRequests.SERVER) OpenStackServer server) {
        return changing(server);
    }

    /** Shuts a machine down, unless it is or is on its way. */
    public Server stop(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body OpenStackServer server) {
        if (server.state() != ServerStatus.RUNNING) {
            return server.answer();
        }
        translating(() -> {
            api(account).stop(server.id());
            return server;
        });
        return changing(server);
    }

    /** Moves a machine to another flavor, unless it is there. */
    public Server resize(@Variable(OpenStackRequests.REQUEST) ResizeServer request, @Body OpenStackServer server) {
        boolean settled = server.state() == ServerStatus.RUNNING || server.state() == ServerStatus.STOPPED;
        if (!settled || server.flavorId().equals(request.flavorId())) {
            return server.answer();
        }
        translating(() -> {
            // jclouds puts the flavor into the JSON as it is given, without quotes
            api(request.account()).resize(server.id(), "\"" + request.flavorId() + "\"");
            return server;
        });
        return changing(server);
    }

    /** Tells the cloud that a machine may stay on the flavor that it was moved to. */
    public OpenStackServer confirmResize(
            @Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body OpenStackServer server) {
        translating(() -> {
            api(account).confirmResize(server.id());
            return server;
        });
        return server;
    }

    /** Orders that a machine goes, unless that is ordered. */
    public Server delete(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account, @Body OpenStackServer server) {
        if (!server.isBeingDeleted()) {
            translating(() -> api(account).delete(server.id()));
        }
        return changing(server);
    }

    private static Server changing(OpenStackServer server) {
        return new Server(server.id(), ServerStatus.CHANGING, server.answer().addresses(), null);
    }

    private ServerApi api(CloudAccount account) {
        OpenStackSession session = sessions.of(account);
        return translating(() -> session.nova().getServerApi(session.region()));
    }
}
