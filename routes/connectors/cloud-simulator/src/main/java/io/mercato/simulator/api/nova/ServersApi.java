package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.api.Pages;
import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.machine.MachinePlan;
import io.mercato.simulator.machine.exporter.Load;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Server;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Nova's servers. */
final class ServersApi {
    private static final String ROOT = "/compute/v2.1/servers";

    private final CloudState state;
    private final ServerLookup lookup;
    private final ServerViews views;
    private final ServerCreation creation;
    private final ServerActions actions;
    private final Servers servers;

    ServersApi(CloudState state, ServerLookup lookup, ServerViews views, ServerCreation creation, Servers servers) {
        this.state = state;
        this.lookup = lookup;
        this.views = views;
        this.creation = creation;
        this.actions = new ServerActions(lookup, servers);
        this.servers = servers;
    }

    void register(Router router) {
        router.on(
                "GET",
                ROOT,
                "list-servers",
                call -> Reply.ok(
                        Pages.of(call, "servers", lookup.list(call), server -> ServerViews.brief(call, server))));
        router.on(
                "GET",
                ROOT + "/detail",
                "list-servers",
                call -> Reply.ok(Pages.of(call, "servers", lookup.list(call), server -> views.detail(call, server))));
        router.on("POST", ROOT, "create-server", creation::create);
        router.on("GET", ROOT + "/{id}", "show-server", call -> shown(call, lookup.get(call)));
        router.on("PUT", ROOT + "/{id}", "update-server", this::rename);
        router.on("DELETE", ROOT + "/{id}", "delete-server", this::delete);
        router.on("POST", ROOT + "/{id}/action", "act-on-server", actions::act);
        router.on(
                "GET",
                ROOT + "/{id}/ips",
                "list-addresses",
                call -> Reply.ok(object("addresses", views.addresses(lookup.get(call)))));
        router.on("GET", ROOT + "/{id}/diagnostics", "show-diagnostics", this::diagnostics);
        router.on(
                "GET",
                ROOT + "/{id}/metadata",
                "show-metadata",
                call -> Reply.ok(object("metadata", lookup.get(call).metadata())));
        router.on("POST", ROOT + "/{id}/metadata", "update-metadata", call -> metadata(call, true));
        router.on("PUT", ROOT + "/{id}/metadata", "update-metadata", call -> metadata(call, false));
        router.on("GET", ROOT + "/{id}/metadata/{key}", "show-metadata", this::item);
        router.on("PUT", ROOT + "/{id}/metadata/{key}", "update-metadata", this::putItem);
        router.on("DELETE", ROOT + "/{id}/metadata/{key}", "update-metadata", this::deleteItem);
    }

    private Reply shown(Call call, Server server) {
        return Reply.ok(object("server", views.detail(call, server)));
    }

    private Reply rename(Call call) {
        Server server = lookup.get(call);
        String name = Bodies.required(call.need("server"), "name");
        return shown(call, edit(server, old -> old.withName(name, Instant.now())));
    }

    private Server edit(Server server, UnaryOperator<Server> change) {
        return state.servers
                .update(server.id(), change)
                .orElseThrow(() -> ApiException.notFound("Instance " + server.id() + " could not be found."));
    }

    private Reply delete(Call call) {
        servers.delete(lookup.get(call).id());
        return Reply.empty(204);
    }

    private Reply metadata(Call call, boolean keep) {
        Map<String, String> given = Bodies.metadata(call.body(), "metadata");
        Server changed = edit(lookup.get(call), old -> {
            Map<String, String> all = new HashMap<>(keep ? old.metadata() : Map.of());
            all.putAll(given);
            return old.withMetadata(all, Instant.now());
        });
        return Reply.ok(object("metadata", changed.metadata()));
    }

    private String existingItem(Server server, String key) {
        String value = server.metadata().get(key);
        if (value == null) {
            throw ApiException.notFound("Metadata item was not found");
        }
        return value;
    }

    private Reply item(Call call) {
        String key = call.variable("key");
        return Reply.ok(object("meta", object(key, existingItem(lookup.get(call), key))));
    }

    private Reply putItem(Call call) {
        String key = call.variable("key");
        JsonNode value = call.need("meta").get(key);
        if (value == null) {
            throw ApiException.badRequest("Request body and URI mismatch");
        }
        edit(lookup.get(call), old -> {
            Map<String, String> all = new HashMap<>(old.metadata());
            all.put(key, value.asText());
            return old.withMetadata(all, Instant.now());
        });
        return Reply.ok(object("meta", object(key, value.asText())));
    }

    private Reply deleteItem(Call call) {
        String key = call.variable("key");
        Server server = lookup.get(call);
        existingItem(server, key);
        edit(server, old -> {
            Map<String, String> all = new HashMap<>(old.metadata());
            all.remove(key);
            return old.withMetadata(all, Instant.now());
        });
        return Reply.empty(204);
    }

    /** As libvirt's driver gives it before microversion 2.48. */
    private Reply diagnostics(Call call) {
        Server server = lookup.get(call);
        MachinePlan plan = servers.running(server.id())
                .orElseThrow(() -> ApiException.conflict("Cannot 'get_diagnostics' instance " + server.id()
                        + " while it is in vm_state " + server.state().vmState()));
        Load load = new Load(plan, Instant.now());
        Flavor flavor = plan.flavor();
        Map<String, Object> view = object(
                "memory",
                flavor.ramMegabytes() * 1024L,
                "memory-actual",
                flavor.ramMegabytes() * 1024L,
                "memory-rss",
                (long) (flavor.ramMegabytes() * 1024L * load.memory()),
                "vda_read",
                load.diskReadBytes(),
                "vda_write",
                load.diskWrittenBytes(),
                "tap0_rx",
                load.receivedBytes(),
                "tap0_rx_drop",
                0,
                "tap0_rx_errors",
                0,
                "tap0_rx_packets",
                load.receivedBytes() / 700,
                "tap0_tx",
                load.sentBytes(),
                "tap0_tx_drop",
                0,
                "tap0_tx_errors",
                0,
                "tap0_tx_packets",
                load.sentBytes() / 700);
        for (int cpu : List.of(0, 1, 2, 3).subList(0, Math.min(4, flavor.vcpus()))) {
            view.put("cpu" + cpu + "_time", (long) (load.busySeconds() * 1_000_000_000L));
        }
        return Reply.ok(view);
    }
}
