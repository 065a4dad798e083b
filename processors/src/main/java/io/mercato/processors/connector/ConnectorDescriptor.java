package io.mercato.processors.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a connector says of itself in {@code META-INF/mercato/connectors/<kind>-<name>.yaml}.
 *
 * @param name name that its routes carry: {@code openstack}
 * @param title name that people read
 * @param kind {@code cloud}, {@code storage} or {@code ticket}
 * @param description one sentence
 * @param parameters what it must be told for each account
 */
public record ConnectorDescriptor(
        String name, String title, String kind, String description, List<ConnectorParameter> parameters) {
    private static final Set<String> KINDS = Set.of("cloud", "storage", "ticket");
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    public ConnectorDescriptor {
        parameters = List.copyOf(parameters);
    }

    /** What is wrong with the descriptor itself; empty when it is good. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!name.matches(NAME)) {
            problems.add("name '" + name + "' is not made of lower-case letters, digits and hyphens");
        }
        if (title.isBlank() || description.isBlank()) {
            problems.add("title and description must be there");
        }
        if (!KINDS.contains(kind)) {
            problems.add("kind '" + kind + "' is none of " + KINDS);
        }
        parameters.forEach(parameter -> problems.addAll(parameter.problems()));
        if (parameters.stream().map(ConnectorParameter::name).distinct().count() != parameters.size()) {
            problems.add("two parameters have the same name");
        }
        return problems;
    }

    /** What is wrong with these values of its parameters; empty when they are good. */
    public List<String> problemsOf(Map<String, String> values) {
        List<String> problems = new ArrayList<>();
        Set<String> known = parameters.stream().map(ConnectorParameter::name).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problems.add(key + " is not a parameter of " + name));
        parameters.stream()
                .map(parameter -> parameter.problemOf(values.getOrDefault(parameter.name(), "")))
                .filter(Objects::nonNull)
                .forEach(problems::add);
        return problems;
    }
}
