package io.mercato.simulator.api.nova;

import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds servers that a caller may see. */
final class ServerLookup {
    private final CloudState state;
    private final Duration listDelay;

    ServerLookup(CloudState state, Duration listDelay) {
        this.state = state;
        this.listDelay = listDelay;
    }

    Server get(Call call) {
        String id = call.variable("id");
        return state.servers
                .find(id)
                .filter(server -> call.identity().sees(server.projectId()))
                .orElseThrow(() -> ApiException.notFound("Instance " + id + " could not be found."));
    }

    /** By the query's filters; fresh servers are not in lists yet. */
    List<Server> list(Call call) {
        boolean all = call.identity().admin() && isTrue(call.parameter("all_tenants"));
        Instant newest = Instant.now().minus(listDelay);
        Predicate<Server> wanted = server -> (all || server.projectId().equals(call.projectId()))
                && !server.created().isAfter(newest);
        return state.servers.select(wanted.and(name(call)).and(status(call)).and(rest(call)));
    }

    private static boolean isTrue(String value) {
        return value != null && List.of("1", "true", "yes", "").contains(value.toLowerCase(Locale.ROOT));
    }

    /** Nova takes the name as a regular expression that may match anywhere. */
    private static Predicate<Server> name(Call call) {
        String given = call.parameter("name");
        if (given == null) {
            return server -> true;
        }
        try {
            Pattern pattern = Pattern.compile(given);
            return server -> pattern.matcher(server.name()).find();
        } catch (PatternSyntaxException broken) {
            throw (ApiException) ApiException.badRequest("Invalid input for query parameters name. Value: " + given)
                    .initCause(broken);
        }
    }

    private static Predicate<Server> status(Call call) {
        List<String> wanted = call.query().get("status");
        return server ->
                wanted == null || wanted.stream().anyMatch(server.state().status()::equalsIgnoreCase);
    }

    private static Predicate<Server> rest(Call call) {
        Map<String, String> metadata = Bodies.metadataFilter(call.parameter("metadata"));
        String flavor = call.parameter("flavor");
        String image = call.parameter("image");
        String since = call.parameter("changes-since");
        Instant changed = since == null ? Instant.MIN : instant(since);
        return server -> server.metadata().entrySet().containsAll(metadata.entrySet())
                && (flavor == null || flavor.equals(server.spec().flavorId()))
                && (image == null || image.equals(server.spec().imageId()))
                && !server.updated().isBefore(changed);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException broken) {
            throw (ApiException)
                    ApiException.badRequest("Invalid changes-since value").initCause(broken);
        }
    }
}
