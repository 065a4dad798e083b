package io.mercato.simulator.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the operation of a method and a path. A literal segment goes before a variable one. */
public final class Router {
    /** An operation: its name is what {@link Faults} calls it by. */
    public record Operation(
            String name, String method, List<String> pattern, boolean open, Function<Call, Reply> handler) {
        private Map<String, String> match(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return null;
            }
            Map<String, String> variables = new HashMap<>();
            for (int at = 0; at < pattern.size(); at++) {
                String part = pattern.get(at);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), segments.get(at));
                } else if (!part.equals(segments.get(at))) {
                    return null;
                }
            }
            return variables;
        }

        private long variables() {
            return pattern.stream().filter(part -> part.startsWith("{")).count();
        }
    }

    /** An operation with the path's variables. */
    public record Match(Operation operation, Map<String, String> variables) {}

    private final List<Operation> operations = new ArrayList<>();

    /** Adds an operation that needs a token. */
    public void on(String method, String pattern, String name, Function<Call, Reply> handler) {
        add(method, pattern, name, false, handler);
    }

    /** Adds an operation that needs none. */
    public void open(String method, String pattern, String name, Function<Call, Reply> handler) {
        add(method, pattern, name, true, handler);
    }

    private void add(String method, String pattern, String name, boolean open, Function<Call, Reply> handler) {
        operations.add(new Operation(name, method, segments(pattern), open, handler));
        operations.sort(Comparator.comparingLong(Operation::variables));
    }

    public Optional<Match> find(String method, String path) {
        List<String> segments = segments(path);
        for (Operation operation : operations) {
            if (operation.method().equals(method)) {
                Map<String, String> variables = operation.match(segments);
                if (variables != null) {
                    return Optional.of(new Match(operation, variables));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the path is known with any method. */
    public boolean knows(String path) {
        List<String> segments = segments(path);
        return operations.stream().anyMatch(operation -> operation.match(segments) != null);
    }

    public boolean hasOperation(String name) {
        return operations.stream().anyMatch(operation -> operation.name().equals(name));
    }

    private static List<String> segments(String path) {
        String trimmed = path.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/+", -1));
    }
}
