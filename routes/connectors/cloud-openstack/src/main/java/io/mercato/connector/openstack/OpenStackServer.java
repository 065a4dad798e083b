package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.ServerStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine as Nova shows it in microversion 2.1; jclouds' own picture lacks the fault and what kind an address is of.
 *
 * @param task what Nova is doing with it just now; empty for nothing
 * @param addresses those that can be reached from outside first
 */
public record OpenStackServer(
        String id,
        String name,
        String status,
        String task,
        String flavorId,
        String keyName,
        List<Address> addresses,
        @Nullable String fault) {

    static final String GONE = "GONE";

    public OpenStackServer {
        addresses = List.copyOf(addresses);
    }

    public record Address(String ip, boolean floating, int version) {}

    static OpenStackServer gone(String id) {
        return new OpenStackServer(id, "", GONE, "", "", "", List.of(), null);
    }

    static OpenStackServer of(JsonNode server) {
        return new OpenStackServer(
                server.path("id").asText(),
                server.path("name").asText(),
                server.path("status").asText(),
                text(server.path("OS-EXT-STS:task_state")),
                server.path("flavor").path("id").asText(),
                text(server.path("key_name")),
                addresses(server.path("addresses")),
                fault(server.path("fault")).orElse(null));
    }

    Server answer() {
        List<String> ips = addresses.stream().map(Address::ip).toList();
        return new Server(
                id, state(), ips, state() == ServerStatus.FAILED ? faultOr("The cloud gives no reason") : null);
    }

    ServerStatus state() {
        if (task.equals("deleting") || task.equals("soft-deleting")) {
            return ServerStatus.CHANGING;
        }
        return switch (status) {
            case GONE, "DELETED", "SOFT_DELETED" -> ServerStatus.GONE;
            case "ERROR" -> ServerStatus.FAILED;
            case "BUILD" -> ServerStatus.BUILDING;
            case "ACTIVE" -> task.isEmpty() ? ServerStatus.RUNNING : ServerStatus.CHANGING;
            case "SHUTOFF", "STOPPED", "SUSPENDED", "PAUSED", "SHELVED", "SHELVED_OFFLOADED" ->
                task.isEmpty() ? ServerStatus.STOPPED : ServerStatus.CHANGING;
            default -> ServerStatus.CHANGING;
        };
    }

    public boolean isGone() {
        return state() == ServerStatus.GONE;
    }

    /** Was moved to another flavor, and waits to be told that it may stay there. */
    public boolean isResized() {
        return status.equals("VERIFY_RESIZE") && task.isEmpty();
    }

    public boolean isBeingDeleted() {
        return task.equals("deleting") || task.equals("soft-deleting");
    }

    boolean hasFloatingAddress() {
        return addresses.stream().anyMatch(Address::floating);
    }

    OpenStackServer withFloating(String ip) {
        List<Address> all = new ArrayList<>();
        all.add(new Address(ip, true, 4));
        all.addAll(addresses);
        return new OpenStackServer(id, name, status, task, flavorId, keyName, all, fault);
    }

    private String faultOr(String otherwise) {
        return fault == null ? otherwise : fault;
    }

    private static List<Address> addresses(JsonNode networks) {
        List<Address> found = new ArrayList<>();
        for (JsonNode network : networks) {
            for (JsonNode address : network) {
                boolean floating =
                        "floating".equals(address.path("OS-EXT-IPS:type").asText());
                found.add(new Address(
                        address.path("addr").asText(),
                        floating,
                        address.path("version").asInt(4)));
            }
        }
        found.sort(Comparator.comparing(Address::floating).reversed().thenComparing(Address::version));
        return found;
    }

    private static Optional<String> fault(JsonNode fault) {
        return Optional.of(text(fault.path("message"))).filter(message -> !message.isBlank());
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }
}
