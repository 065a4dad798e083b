package io.mercato.simulator.api.control;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.Volumes;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Faults;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.machine.Machine;
import io.mercato.simulator.machine.Machines;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Server;
import io.mercato.simulator.state.Volume;
import java.util.List;
import java.util.Map;

/** What is not OpenStack's: a look at the simulator from outside, and ordering failures. Open, on loopback only. */
public final class Control {
    private static final int MOST_DELAY = 600_000;

    private final CloudState state;
    private final Machines machines;
    private final Networks networks;
    private final Volumes volumes;
    private final Faults faults;
    private final Router router;

    public Control(
            CloudState state, Machines machines, Networks networks, Volumes volumes, Faults faults, Router router) {
        this.state = state;
        this.machines = machines;
        this.networks = networks;
        this.volumes = volumes;
        this.faults = faults;
        this.router = router;
    }

    public void register() {
        router.open("GET", "/simulator/health", "control", call -> Reply.ok(object("status", "UP")));
        router.open(
                "GET",
                "/simulator/machines",
                "control",
                call -> Reply.ok(object(
                        "machines",
                        state.servers.select(server -> true).stream()
                                .map(this::view)
                                .toList())));
        router.open("POST", "/simulator/fail", "control", this::fail);
        router.open("DELETE", "/simulator/fail", "control", call -> {
            faults.clear();
            return Reply.empty(204);
        });
    }

    private Map<String, Object> view(Server server) {
        List<String> disks =
                volumes.attachedTo(server.id()).stream().map(Volume::id).toList();
        return object(
                "id", server.id(),
                "name", server.name(),
                "projectId", server.projectId(),
                "status", server.state().status(),
                "metadata", server.metadata(),
                "addresses", networks.addressesOf(server.id()),
                "volumes", disks,
                "answers",
                        machines.find(server.id())
                                .map(Machine::plan)
                                .filter(plan -> plan.up())
                                .isPresent());
    }

    private Reply fail(Call call) {
        if (call.header("origin") != null) {
            throw ApiException.forbidden("Orders are not taken from web pages.");
        }
        JsonNode order = call.body();
        String operation = Bodies.required(order, "operation");
        if (!operation.equals("*") && !router.hasOperation(operation)) {
            throw ApiException.badRequest("There is no operation " + operation);
        }
        int status = order.path("status").asInt(0);
        if (status != 0 && (status < 400 || status > 599)) {
            throw ApiException.badRequest("status must be from 400 to 599");
        }
        Faults.Fault fault = new Faults.Fault(
                operation,
                status,
                Math.min(MOST_DELAY, Math.max(0, order.path("delayMillis").asLong(0))),
                order.path("drop").asBoolean(false),
                order.path("after").asBoolean(false),
                order.path("retryAfter").asInt(0));
        if (fault.after() && status == 0 && !fault.drop()) {
            throw ApiException.badRequest("after wants a status or drop: what happens to the answer");
        }
        faults.order(fault, Math.max(1, order.path("times").asInt(1)));
        return Reply.empty(204);
    }
}
