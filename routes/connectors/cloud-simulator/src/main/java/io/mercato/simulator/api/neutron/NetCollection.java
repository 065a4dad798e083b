package io.mercato.simulator.api.neutron;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.api.Pages;
import io.mercato.simulator.api.Times;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.NetResource;
import io.mercato.simulator.state.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One kind of Neutron's resources: what they all have in common, which is nearly everything. Lists are filtered by any
 * attribute; several values of one attribute mean any of them.
 */
final class NetCollection {
    private static final Set<String> NO_FILTERS =
            Set.of("limit", "marker", "fields", "sort_key", "sort_dir", "page_reverse");

    private final Table<NetResource> table;
    private final String path;
    private final String one;
    private final String many;
    private final String type;
    private final List<String> writable;

    /**
     * A kind of resource.
     *
     * @param path its last segment, like security-groups
     * @param type as errors name it, like SecurityGroup
     * @param writable the attributes that may be changed
     */
    NetCollection(Table<NetResource> table, String path, String type, List<String> writable) {
        this.table = table;
        this.path = "/network/v2.0/" + path;
        this.many = path.replace('-', '_');
        this.one = many.substring(0, many.length() - 1);
        this.type = type;
        this.writable = writable;
    }

    /** How a resource is shown. */
    interface View extends BiFunction<Call, NetResource, Map<String, Object>> {}

    void register(
            Router router,
            View view,
            BiFunction<Call, JsonNode, NetResource> create,
            BiFunction<Call, NetResource, NetResource> changed,
            Consumer<NetResource> delete) {
        String kind = one.replace('_', '-');
        router.on("GET", path, "list-" + kind + "s", call -> Reply.ok(list(call, view)));
        router.on("POST", path, "create-" + kind, call -> {
            NetResource created = create.apply(call, call.need(one));
            return Reply.created(object(one, view.apply(call, created)));
        });
        router.on(
                "GET", path + "/{id}", "show-" + kind, call -> Reply.ok(object(one, view.apply(call, visible(call)))));
        router.on("PUT", path + "/{id}", "update-" + kind, call -> {
            NetResource updated = changed.apply(call, update(call, own(call)));
            return Reply.ok(object(one, view.apply(call, updated)));
        });
        router.on("DELETE", path + "/{id}", "delete-" + kind, call -> {
            delete.accept(own(call));
            return Reply.empty(204);
        });
    }

    private Map<String, Object> list(Call call, View view) {
        List<NetResource> rows = table.select(row -> sees(call, row) && matches(call, row));
        return Pages.of(call, many, rows, row -> fields(call, view.apply(call, row)));
    }

    private static boolean matches(Call call, NetResource row) {
        return call.query().entrySet().stream()
                .filter(filter -> !NO_FILTERS.contains(filter.getKey()))
                .allMatch(filter -> {
                    String value = Objects.toString(row.attributes().get(filter.getKey()), "");
                    return filter.getValue().stream().anyMatch(wanted -> same(wanted, value));
                });
    }

    private static boolean same(String wanted, String value) {
        boolean truth = value.equals("true") || value.equals("false");
        return wanted.equals(value) || (truth && wanted.equalsIgnoreCase(value));
    }

    private static Object fields(Call call, Map<String, Object> view) {
        List<String> wanted = call.query().get("fields");
        if (wanted == null) {
            return view;
        }
        Map<String, Object> chosen = new LinkedHashMap<>(view);
        chosen.keySet().retainAll(wanted);
        return chosen;
    }

    private static boolean sees(Call call, NetResource row) {
        boolean shared = Boolean.TRUE.equals(row.attributes().get("shared"))
                || Boolean.TRUE.equals(row.attributes().get("router:external"));
        return shared || call.identity().sees(row.projectId());
    }

    ApiException missing(String id) {
        return new ApiException(404, type + "NotFound", words() + " " + id + " could not be found.");
    }

    private String words() {
        return type.replaceAll("([a-z])([A-Z])", "$1 $2");
    }

    private NetResource visible(Call call) {
        String id = call.variable("id");
        return table.find(id).filter(row -> sees(call, row)).orElseThrow(() -> missing(id));
    }

    /** What is to be changed must be the caller's; of another's things that can be seen, changing is forbidden. */
    private NetResource own(Call call) {
        NetResource row = visible(call);
        if (!call.identity().sees(row.projectId())) {
            throw new ApiException(403, "PolicyNotAuthorized", "((rule:update_" + one + ")) is disallowed by policy");
        }
        return row;
    }

    private NetResource update(Call call, NetResource row) {
        Map<String, Object> given = Bodies.map(call.need(one));
        given.keySet().stream()
                .filter(name -> !writable.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ApiException(400, "HTTPBadRequest", "Cannot update read-only attribute " + name);
                });
        given.put("updated_at", Times.seconds(Instant.now()));
        return table.update(row.id(), old -> old.with(given)).orElseThrow(() -> missing(row.id()));
    }
}
