package io.mercato.simulator.state;

import java.time.Instant;

/**
 * Where a server is in its life.
 *
 * @param step what happens at the time due; null when nothing is under way
 * @param readyAt when a running machine has booted; null while it is not running
 * @param fault why it is in ERROR
 */
public record ServerState(
        String status,
        String vmState,
        String taskState,
        Power power,
        Step step,
        Instant due,
        Instant readyAt,
        Instant launchedAt,
        String fault) {

    /** Nova's power_state. */
    public enum Power {
        NONE(0),
        RUNNING(1),
        SHUTDOWN(4);

        public final int code;

        Power(int code) {
            this.code = code;
        }
    }

    /** What is under way. */
    public enum Step {
        SPAWN,
        VANISH,
        STOP,
        START,
        REBOOT,
        RESIZE,
        REVERT,
        DELETE
    }

    public static ServerState building(Instant due) {
        return new ServerState("BUILD", "building", "spawning", Power.NONE, Step.SPAWN, due, null, null, null);
    }

    public static ServerState active(Instant readyAt, Instant launchedAt) {
        return new ServerState("ACTIVE", "active", null, Power.RUNNING, null, null, readyAt, launchedAt, null);
    }

    public static ServerState stopped(Instant launchedAt) {
        return new ServerState("SHUTOFF", "stopped", null, Power.SHUTDOWN, null, null, null, launchedAt, null);
    }

    public static ServerState failed(String fault) {
        return new ServerState("ERROR", "error", null, Power.NONE, null, null, null, null, fault);
    }

    /** The same state with something under way that ends at the given time. */
    public ServerState doing(Step next, String task, Instant end) {
        return new ServerState(status, vmState, task, power, next, end, readyAt, launchedAt, fault);
    }

    public ServerState named(String newStatus, String newVmState) {
        return new ServerState(newStatus, newVmState, taskState, power, step, due, readyAt, launchedAt, fault);
    }

    /** A machine answers when it runs, has booted and isn't on its way out. */
    public boolean answers(Instant now) {
        boolean leaving = step != null && step != Step.VANISH;
        return power == Power.RUNNING && !leaving && readyAt != null && !readyAt.isAfter(now);
    }
}
