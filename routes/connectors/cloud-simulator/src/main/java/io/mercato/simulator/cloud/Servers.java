package io.mercato.simulator.cloud;

import io.mercato.simulator.SimulatorSettings;
import io.mercato.simulator.cloud.Flavor.Behaviour;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.machine.Disks;
import io.mercato.simulator.machine.MachinePlan;
import io.mercato.simulator.machine.Machines;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Counter;
import io.mercato.simulator.state.NetResource;
import io.mercato.simulator.state.Server;
import io.mercato.simulator.state.ServerState;
import io.mercato.simulator.state.ServerState.Power;
import io.mercato.simulator.state.ServerState.Step;
import io.mercato.simulator.state.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happens to servers, over time, and to the machines behind them. */
public final class Servers {
    private static final Duration VANISH_AFTER = Duration.ofSeconds(1);
    private static final int LOCKS = 64;

    private final CloudState state;
    private final Machines machines;
    private final Networks networks;
    private final Volumes volumes;
    private final Disks disks;
    private final Work work;
    private final SimulatorSettings settings;
    private final Object[] locks = new Object[LOCKS];

    public Servers(
            CloudState state,
            Machines machines,
            Networks networks,
            Volumes volumes,
            Disks disks,
            Work work,
            SimulatorSettings settings) {
        this.state = state;
        this.machines = machines;
        this.networks = networks;
        this.volumes = volumes;
        this.disks = disks;
        this.work = work;
        this.settings = settings;
        java.util.Arrays.setAll(locks, at -> new Object());
        volumes.onServerChanged(this::refresh);
    }

    /** Goes on where the last run of the program ended: machines that ran run again, what was under way goes on. */
    public void resume() {
        networks.dropStrayPorts();
        volumes.resume();
        for (Server server : state.servers.select(row -> true)) {
            schedule(server);
            refresh(server.id());
        }
    }

    /** Takes a new server in, in BUILD; its ports are there already. */
    public Server create(Server server) {
        Server building = server.withState(ServerState.building(work.now().plus(settings.provisionTime())), work.now());
        state.servers.put(building);
        schedule(building);
        return building;
    }

    /** How often creating this name has failed, this time included. */
    public int countFailure(String projectId, String name) {
        String id = projectId + "/" + name.replaceAll("[\\s]", "_");
        int count = state.failures.find(id).map(Counter::count).orElse(0) + 1;
        state.failures.put(new Counter(id, count, work.now()));
        return count;
    }

    private int failures(Server server) {
        String id = server.projectId() + "/" + server.name().replaceAll("[\\s]", "_");
        return state.failures.find(id).map(Counter::count).orElse(0);
    }

    /** Starts an operation on a server that has one of the states for it and nothing else under way. */
    public Server act(String id, String operation, List<String> vmStates, UnaryOperator<Server> change) {
        Server changed = state.servers
                .update(id, server -> {
                    ServerState now = server.state();
                    if (!vmStates.contains(now.vmState())) {
                        throw conflict(operation, id, "vm_state " + now.vmState());
                    }
                    if (now.taskState() != null) {
                        throw conflict(operation, id, "task_state " + now.taskState());
                    }
                    return change.apply(server);
                })
                .orElseThrow(() -> ApiException.notFound("Instance " + id + " could not be found."));
        schedule(changed);
        refresh(id);
        return changed;
    }

    private static ApiException conflict(String operation, String id, String where) {
        return ApiException.conflict("Cannot '" + operation + "' instance " + id + " while it is in " + where);
    }

    /** Lets the server be doing something from now on. */
    public UnaryOperator<Server> doing(Step step, String task) {
        return server ->
                server.withState(server.state().doing(step, task, work.now().plus(settings.actionTime())), work.now());
    }

    /** Lets the server go, whatever it is doing. */
    public void delete(String id) {
        state.servers.update(
                id,
                server -> server.state().step() == Step.DELETE
                        ? server
                        : doing(Step.DELETE, "deleting").apply(server));
        state.servers.find(id).ifPresent(this::schedule);
        refresh(id);
    }

    /** Ends a resize with the new size. */
    public void confirmResize(String id) {
        act(id, "confirmResize", List.of("resized"), server -> {
            Server sized =
                    server.withSpec(server.spec().withFlavor(server.spec().flavorId(), null), work.now());
            ServerState old = sized.state();
            return sized.withState(
                    old.power() == Power.RUNNING
                            ? ServerState.active(old.readyAt(), old.launchedAt())
                            : ServerState.stopped(old.launchedAt()),
                    work.now());
        });
    }

    private void schedule(Server server) {
        if (server.state().due() != null) {
            work.at(server.state().due(), () -> advance(server.id()));
        }
        Instant ready = server.state().readyAt();
        if (ready != null) {
            work.at(ready, () -> refresh(server.id()));
        }
    }

    /** Ends what is under way and due. */
    private void advance(String id) {
        Server before = state.servers.find(id).orElse(null);
        if (before == null || !isDue(before)) {
            return;
        }
        Step step = before.state().step();
        if (step == Step.DELETE || step == Step.VANISH) {
            remove(before);
        } else {
            state.servers
                    .update(id, server -> isDue(server) ? finished(server) : server)
                    .ifPresent(this::schedule);
            refresh(id);
        }
        state.sync();
    }

    private boolean isDue(Server server) {
        return server.state().step() != null && !server.state().due().isAfter(work.now());
    }

    private Server finished(Server server) {
        Instant now = work.now();
        ServerState old = server.state();
        boolean ran = old.power() == Power.RUNNING;
        return switch (old.step()) {
            case SPAWN -> server.withState(spawned(server), now);
            case STOP -> server.withState(ServerState.stopped(old.launchedAt()), now);
            case START, REBOOT -> server.withState(ServerState.active(ready(server), old.launchedAt()), now);
            case RESIZE -> server.withState(running(server, ran).named("VERIFY_RESIZE", "resized"), now);
            case REVERT ->
                server.withSpec(server.spec().withFlavor(server.spec().previousFlavorId(), null), now)
                        .withState(running(server, ran), now);
            case DELETE, VANISH -> server;
        };
    }

    private ServerState running(Server server, boolean ran) {
        Instant launched = server.state().launchedAt();
        return ran ? ServerState.active(ready(server), launched) : ServerState.stopped(launched);
    }

    private ServerState spawned(Server server) {
        Behaviour behaviour = Flavor.get(server.spec().flavorId()).behaviour();
        boolean fails =
                behaviour == Behaviour.FAIL_CREATE || (behaviour == Behaviour.FAIL_TWICE && failures(server) == 2);
        if (fails) {
            return ServerState.failed("No valid host was found. There are not enough hosts available.");
        }
        Instant ready = ready(server);
        ServerState active = ServerState.active(ready, work.now());
        return behaviour == Behaviour.VANISH ? active.doing(Step.VANISH, null, ready.plus(VANISH_AFTER)) : active;
    }

    private Instant ready(Server server) {
        boolean slow = Flavor.get(server.spec().flavorId()).behaviour() == Behaviour.SLOW_BOOT;
        return work.now().plus(slow ? settings.slowBootTime() : settings.bootTime());
    }

    /** Takes a server away with all that is its own. After a crash in the middle it is simply done again. */
    private void remove(Server server) {
        refresh(server.id());
        for (Volume volume : volumes.attachedTo(server.id())) {
            volumes.release(volume);
        }
        for (NetResource port : networks.portsOf(server.id())) {
            networks.deletePort(port);
        }
        disks.deleteMachine(server.id());
        state.servers.remove(server.id());
        machines.forget(server.id());
    }

    /** Makes the machine what the state says. */
    public void refresh(String id) {
        synchronized (locks[Math.floorMod(id.hashCode(), LOCKS)]) {
            state.servers.find(id).map(this::plan).ifPresent(machines::apply);
        }
    }

    private MachinePlan plan(Server server) {
        ServerState now = server.state();
        boolean vanishing = now.step() == Step.VANISH && isDue(server);
        List<MachinePlan.Disk> attached = volumes.attachedTo(server.id()).stream()
                .filter(volume -> volume.status().equals("in-use"))
                .map(volume -> new MachinePlan.Disk(volume.id(), volume.device(), volume.size()))
                .toList();
        return new MachinePlan(
                server.id(),
                server.name(),
                Flavor.get(server.spec().flavorId()),
                Image.get(server.spec().imageId()),
                now.answers(work.now()) && !vanishing,
                now.readyAt(),
                networks.addressesOf(server.id()),
                server.spec().publicKey(),
                server.spec().userData(),
                attached);
    }

    /** The machine of a server, when it answers. */
    public Optional<MachinePlan> running(String id) {
        return machines.find(id).map(machine -> machine.plan()).filter(MachinePlan::up);
    }
}
