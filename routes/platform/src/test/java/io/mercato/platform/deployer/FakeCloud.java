package io.mercato.platform.deployer;

import io.mercato.domain.cloud.CloudAnswer;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudAnswer.Prerequisites;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudAnswer.Volume;
import io.mercato.domain.cloud.CloudAnswer.VolumeStatus;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest.AttachVolume;
import io.mercato.domain.cloud.CloudRequest.CheckPrerequisites;
import io.mercato.domain.cloud.CloudRequest.CreateServer;
import io.mercato.domain.cloud.CloudRequest.CreateVolume;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.DeleteVolume;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.ListOwnedResources;
import io.mercato.domain.cloud.CloudRequest.ResizeServer;
import io.mercato.domain.cloud.CloudRequest.StartServer;
import io.mercato.domain.cloud.CloudRequest.StopServer;
import io.mercato.domain.cloud.CloudRequest.VerifyCredentials;
import io.mercato.domain.cloud.ResourceKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.camel.builder.RouteBuilder;

/** A cloud in memory, behind the routes of a connector named "fake"; can be told to fail, before or after it acts. */
class FakeCloud extends RouteBuilder {
    private final Map<String, Machine> servers = new TreeMap<>();
    private final Map<String, Integer> volumes = new TreeMap<>();
    private final List<CloudOperation> calls = new ArrayList<>();
    private final Map<CloudOperation, Queue<RuntimeException>> before = new EnumMap<>(CloudOperation.class);
    private final Map<CloudOperation, Queue<RuntimeException>> after = new EnumMap<>(CloudOperation.class);
    private int machines;
    private int looksUntilBooted;
    private int buildsThatFail;

    @Override
    public void configure() {
        for (CloudOperation operation : CloudOperation.values()) {
            String name = operation.endpoint("fake").substring("direct:".length());
            from("direct:" + name)
                    .routeId(name)
                    .errorHandler(noErrorHandler())
                    .process(exchange -> exchange.getMessage()
                            .setBody(call(operation, exchange.getMessage().getBody())));
        }
    }

    synchronized void reset() {
        servers.clear();
        volumes.clear();
        calls.clear();
        before.clear();
        after.clear();
        machines = 0;
        looksUntilBooted = 0;
        buildsThatFail = 0;
    }

    /** The next call of this kind fails, having done nothing. */
    synchronized void failBefore(CloudOperation operation, RuntimeException failure) {
        before.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(failure);
    }

    /** The next call of this kind fails, having done its work. */
    synchronized void failAfter(CloudOperation operation, RuntimeException failure) {
        after.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(failure);
    }

    synchronized void bootAfter(int looks) {
        looksUntilBooted = looks;
    }

    synchronized void failBuilds(int number) {
        buildsThatFail = number;
    }

    synchronized void lose(int subscription) {
        servers.values().removeIf(machine -> machine.subscription == subscription);
    }

    synchronized void addStray(String id, int subscription) {
        servers.put(id, new Machine(subscription, ServerStatus.RUNNING, 0));
    }

    synchronized int machinesMade() {
        return machines;
    }

    synchronized int serverCount() {
        return servers.size();
    }

    synchronized int volumeCount() {
        return volumes.size();
    }

    synchronized long calls(CloudOperation operation) {
        return calls.stream().filter(operation::equals).count();
    }

    synchronized List<CloudOperation> calls() {
        return List.copyOf(calls);
    }

    private synchronized Object call(CloudOperation operation, Object request) {
        calls.add(operation);
        throwNext(before, operation);
        Object answer = answer(request);
        throwNext(after, operation);
        return answer;
    }

    private static void throwNext(Map<CloudOperation, Queue<RuntimeException>> failures, CloudOperation operation) {
        Queue<RuntimeException> queue = failures.get(operation);
        if (queue != null && !queue.isEmpty()) {
            throw queue.remove();
        }
    }

    private Object answer(Object request) {
        if (request instanceof CheckPrerequisites check) {
            return new Prerequisites("id-of-" + check.flavor(), "id-of-" + check.image());
        } else if (request instanceof CreateServer create) {
            return create(create.owner().subscription());
        } else if (request instanceof DescribeServer describe) {
            return describe(describe.serverId());
        } else if (request instanceof StartServer start) {
            return change(start.serverId(), ServerStatus.RUNNING);
        } else if (request instanceof StopServer stop) {
            return change(stop.serverId(), ServerStatus.STOPPED);
        } else if (request instanceof ResizeServer resize) {
            return describe(resize.serverId());
        } else if (request instanceof DeleteServer delete) {
            return delete(delete.serverId());
        } else if (request instanceof VerifyCredentials verify) {
            return new Verdict(true, "Welcome " + verify.account().identity());
        }
        return answerVolume(request);
    }

    private Object answerVolume(Object request) {
        if (request instanceof CreateVolume create) {
            String id = "volume-" + create.owner().subscription();
            volumes.put(id, create.owner().subscription());
            return new Volume(id, VolumeStatus.AVAILABLE, null);
        } else if (request instanceof AttachVolume attach) {
            return new Volume(attach.volumeId(), VolumeStatus.ATTACHED, attach.serverId());
        } else if (request instanceof DeleteVolume delete) {
            volumes.remove(delete.volumeId());
            return Volume.gone(delete.volumeId());
        } else if (request instanceof ListOwnedResources) {
            return owned();
        }
        return new Ensured(ResourceKind.NETWORK, "shared");
    }

    private Server create(int subscription) {
        for (Map.Entry<String, Machine> one : servers.entrySet()) {
            if (one.getValue().subscription == subscription && one.getValue().status != ServerStatus.FAILED) {
                return server(one.getKey(), one.getValue());
            }
        }
        lose(subscription);
        String id = "server-" + subscription + "-" + ++machines;
        boolean fails = buildsThatFail-- > 0;
        servers.put(
                id, new Machine(subscription, fails ? ServerStatus.FAILED : ServerStatus.BUILDING, looksUntilBooted));
        return new Server(id, ServerStatus.BUILDING, List.of(), null);
    }

    private Server describe(String id) {
        Machine machine = servers.get(id);
        if (machine == null) {
            return Server.gone(id);
        }
        if (machine.status == ServerStatus.BUILDING && machine.looks-- <= 0) {
            machine.status = ServerStatus.RUNNING;
        }
        return server(id, machine);
    }

    private Server change(String id, ServerStatus status) {
        Machine machine = servers.get(id);
        if (machine == null) {
            return Server.gone(id);
        }
        machine.status = status;
        return new Server(id, ServerStatus.CHANGING, List.of(), null);
    }

    private Server delete(String id) {
        return servers.remove(id) == null ? Server.gone(id) : new Server(id, ServerStatus.CHANGING, List.of(), null);
    }

    private static Server server(String id, Machine machine) {
        boolean runs = machine.status == ServerStatus.RUNNING;
        String fault = machine.status == ServerStatus.FAILED ? "no valid host" : null;
        return new Server(id, machine.status, runs ? List.of("127.0.0.1") : List.of(), fault);
    }

    private List<CloudAnswer> owned() {
        List<CloudAnswer> owned = new ArrayList<>();
        servers.forEach((id, machine) ->
                owned.add(new OwnedResource(ResourceKind.SERVER, id, machine.subscription, Instant.EPOCH)));
        volumes.forEach((id, subscription) ->
                owned.add(new OwnedResource(ResourceKind.VOLUME, id, subscription, Instant.EPOCH)));
        return owned;
    }

    private static final class Machine {
        private final int subscription;
        private ServerStatus status;
        private int looks;

        private Machine(int subscription, ServerStatus status, int looks) {
            this.subscription = subscription;
            this.status = status;
            this.looks = looks;
        }
    }
}
