package io.mercato.simulator.cloud;

import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.machine.Disks;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happens to volumes, over time. */
public final class Volumes {
    private static final String NOT_DELETABLE = "Invalid volume: Volume status must be available or error or"
            + " error_restoring or error_extending or error_managing and must not be migrating, attached, belong to a"
            + " group, have snapshots, awaiting a transfer, or be disassociated from snapshots after volume transfer.";

    private final CloudState state;
    private final Disks disks;
    private final Work work;
    private final Duration actionTime;
    private Consumer<String> serverChanged = serverId -> {};

    public Volumes(CloudState state, Disks disks, Work work, Duration actionTime) {
        this.state = state;
        this.disks = disks;
        this.work = work;
        this.actionTime = actionTime;
    }

    /** Who is told that a server's disks have changed. */
    void onServerChanged(Consumer<String> listener) {
        serverChanged = listener;
    }

    /** Goes on where the last run of the program ended. */
    void resume() {
        for (Volume volume : state.volumes.select(row -> true)) {
            boolean attached = volume.status().equals("in-use");
            if (attached) {
                disks.mount(volume.id(), volume.serverId(), volume.device());
            } else if (volume.due() != null) {
                work.at(volume.due(), () -> advance(volume.id()));
            }
        }
    }

    public Volume create(Volume volume) {
        disks.createVolume(volume.id());
        state.volumes.put(volume.withStatus("creating", work.now().plus(actionTime)));
        later(volume.id());
        return volume.withStatus("creating", null);
    }

    public List<Volume> attachedTo(String serverId) {
        List<Volume> attached = new ArrayList<>(state.volumes.select(volume -> serverId.equals(volume.serverId())));
        attached.sort(java.util.Comparator.comparing(Volume::device));
        return attached;
    }

    public Volume attach(Volume volume, String serverId, String device) {
        return change(
                        volume,
                        "available",
                        () -> ApiException.badRequest("Invalid volume: volume '" + volume.id()
                                + "' status must be 'available'. Currently in '" + volume.status() + "'"))
                .using(old -> old.withServer(serverId, device, work.now()), "attaching");
    }

    public void detach(Volume volume) {
        change(
                        volume,
                        "in-use",
                        () -> ApiException.badRequest(
                                "Invalid volume: Invalid volume status: must be in-use, is " + volume.status()))
                .using(old -> old, "detaching");
    }

    public void delete(Volume volume) {
        if (volume.status().equals("deleting")) {
            return;
        }
        change(volume, "available", () -> ApiException.badRequest(NOT_DELETABLE))
                .using(old -> old, "deleting");
    }

    public void extend(Volume volume, int gigabytes) {
        if (!volume.status().equals("available") || gigabytes <= volume.size()) {
            throw ApiException.badRequest("Invalid input received: New size for extend must be greater than current"
                    + " size, and the volume must be available.");
        }
        state.volumes.update(volume.id(), old -> old.withSize(gigabytes));
    }

    private interface Change {
        Volume using(java.util.function.UnaryOperator<Volume> edit, String newStatus);
    }

    /** A change of a volume that has to have the status at that very moment. */
    private Change change(Volume volume, String status, java.util.function.Supplier<ApiException> otherwise) {
        return (edit, newStatus) -> {
            Volume changed = state.volumes
                    .update(volume.id(), old -> {
                        if (!old.status().equals(status)) {
                            throw otherwise.get();
                        }
                        return edit.apply(old).withStatus(newStatus, work.now().plus(actionTime));
                    })
                    .orElseThrow(() -> ApiException.notFound("Volume " + volume.id() + " could not be found."));
            later(volume.id());
            return changed;
        };
    }

    private void later(String id) {
        work.at(work.now().plus(actionTime), () -> advance(id));
    }

    /** Ends what is under way. Each end can be repeated after a crash. */
    private void advance(String id) {
        Volume volume = state.volumes.find(id).orElse(null);
        if (volume == null) {
            return;
        }
        switch (volume.status()) {
            case "creating" -> {
                disks.createVolume(id);
                state.volumes.update(id, old -> old.withStatus("available", null));
            }
            case "attaching" -> attached(volume);
            case "detaching" -> release(volume);
            case "deleting" -> {
                disks.deleteVolume(id);
                state.volumes.remove(id);
            }
            default -> {
                return;
            }
        }
        state.sync();
    }

    private void attached(Volume volume) {
        if (state.servers.find(volume.serverId()).isEmpty()) {
            release(volume);
            return;
        }
        disks.mount(volume.id(), volume.serverId(), volume.device());
        state.volumes.update(volume.id(), old -> old.withStatus("in-use", null));
        serverChanged.accept(volume.serverId());
    }

    /** Takes a volume back from its server, at once. */
    void release(Volume volume) {
        disks.unmount(volume.id(), volume.serverId(), volume.device());
        state.volumes.update(
                volume.id(), old -> old.withServer(null, null, null).withStatus("available", null));
        serverChanged.accept(volume.serverId());
    }
}
