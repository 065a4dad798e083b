package io.mercato.simulator.api.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.state.Server;
import io.mercato.simulator.state.ServerState.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** POST /servers/{id}/action. */
final class ServerActions {
    private final ServerLookup lookup;
    private final Servers servers;

    ServerActions(ServerLookup lookup, Servers servers) {
        this.lookup = lookup;
        this.servers = servers;
    }

    Reply act(Call call) {
        Server server = lookup.get(call);
        String action = call.body().isObject() && call.body().size() == 1
                ? call.body().fieldNames().next()
                : "";
        switch (action) {
            case "os-start" ->
                servers.act(server.id(), "start", List.of("stopped"), servers.doing(Step.START, "powering-on"));
            case "os-stop" ->
                servers.act(server.id(), "stop", List.of("active", "error"), servers.doing(Step.STOP, "powering-off"));
            case "reboot" -> reboot(server, call.body().path("reboot"));
            case "resize" -> resize(server, call.body().path("resize"));
            case "confirmResize" -> {
                servers.confirmResize(server.id());
                return Reply.empty(204);
            }
            case "revertResize" ->
                servers.act(
                        server.id(),
                        "revertResize",
                        List.of("resized"),
                        old -> servers.doing(Step.REVERT, "resize_reverting")
                                .apply(old.withState(old.state().named("REVERT_RESIZE", "resized"), Instant.now())));
            default -> throw ApiException.badRequest("There is no such action: " + action);
        }
        return Reply.empty(202);
    }

    private void reboot(Server server, JsonNode options) {
        String type = options.path("type").asText("").toUpperCase(Locale.ROOT);
        if (!List.of("SOFT", "HARD").contains(type)) {
            throw ApiException.badRequest("Invalid input for field/attribute type. Value: " + type);
        }
        String task = type.equals("HARD") ? "rebooting_hard" : "rebooting";
        List<String> states = type.equals("HARD") ? List.of("active", "stopped", "error") : List.of("active");
        servers.act(
                server.id(),
                "reboot",
                states,
                old -> servers.doing(Step.REBOOT, task)
                        .apply(old.withState(
                                old.state()
                                        .named(
                                                type.equals("HARD") ? "HARD_REBOOT" : "REBOOT",
                                                old.state().vmState()),
                                Instant.now())));
    }

    private void resize(Server server, JsonNode options) {
        String reference = Bodies.required(options, "flavorRef");
        Flavor flavor = Flavor.find(reference.substring(reference.lastIndexOf('/') + 1))
                .orElseThrow(() -> ApiException.badRequest("Flavor " + reference + " could not be found."));
        if (flavor.id().equals(server.spec().flavorId())) {
            throw ApiException.badRequest("When resizing, instances must change flavor!");
        }
        servers.act(server.id(), "resize", List.of("active", "stopped"), old -> {
            Server sized =
                    old.withSpec(old.spec().withFlavor(flavor.id(), old.spec().flavorId()), Instant.now());
            return servers.doing(Step.RESIZE, "resize_prep")
                    .apply(sized.withState(
                            sized.state().named("RESIZE", old.state().vmState()), Instant.now()));
        });
    }
}
