package io.mercato.boot.face;

import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.face.Api.Request;
import io.mercato.domain.identity.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One person of each role and what belongs to them: the customer's orders are those of the vendor's plans, and so on. Who
 * is of another lane is a stranger to all of it. People and things come into being when they are asked for.
 */
final class Lane {
    /** {@code {n}}, a new number; {@code {lane}}, the lane's; {@code {tomorrow}}, a time; {@code {product}}, a thing's id; {@code {vendor.company}}, something of a person. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(?:\\.([a-z]+))?}");

    private final People registry;
    private final Recipes recipes;
    private final Api api;
    private final JdbcClient jdbc;
    private final int number = People.number();
    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final Map<String, Integer> things = new HashMap<>();

    Lane(People registry, Recipes recipes, Api api, JdbcClient jdbc) {
        this.registry = registry;
        this.recipes = recipes;
        this.api = api;
        this.jdbc = jdbc;
    }

    Lane another() {
        return new Lane(registry, recipes, api, jdbc);
    }

    Person person(Role role) {
        return people.computeIfAbsent(role, registry::register);
    }

    /** Id of the lane's thing of this name; it is made at the first time. */
    int thing(String name) {
        Integer known = things.get(name);
        if (known == null) {
            known = make(name, recipes.thing(name));
            things.put(name, known);
        }
        return known;
    }

    private int make(String name, Recipes.Thing recipe) {
        if (recipe.is() != null) {
            return Integer.parseInt(fill(recipe.is()));
        }
        if (recipe.sql() != null) {
            return jdbc.sql(fill(recipe.sql())).query(Integer.class).single();
        }
        Answer answer = api.call(
                new Request(person(recipe.by()), "POST", fill(recipe.post()), type(recipe), fill(recipe.body())));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("The recipe of " + name + " does not work: " + answer);
        }
        return answer.createdId();
    }

    private static String type(Recipes.Thing recipe) {
        return recipe.type() == null ? Api.JSON_TYPE : recipe.type();
    }

    /** The text with people and things of this lane in the places that are held for them. */
    String fill(String text) {
        return text == null
                ? null
                : PLACEHOLDER
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    /** Whether a text means different things in different lanes. */
    static boolean differs(String text) {
        return text != null
                && PLACEHOLDER
                        .matcher(text)
                        .results()
                        .anyMatch(found -> !List.of("n", "tomorrow").contains(found.group(1)));
    }

    private String value(String name, String part) {
        if (name.equals("n")) {
            return String.valueOf(People.number());
        }
        if (name.equals("tomorrow")) {
            return Instant.now().plus(1, ChronoUnit.DAYS).toString();
        }
        if (name.equals("lane")) {
            return String.valueOf(number);
        }
        if (part == null) {
            return String.valueOf(thing(name));
        }
        Person person = person(Role.valueOf(name.toUpperCase(Locale.ROOT)));
        return switch (part) {
            case "id" -> String.valueOf(person.id());
            case "name" -> person.name();
            case "email" -> person.email();
            case "company" -> String.valueOf(person.companyId());
            default -> throw new IllegalArgumentException("A person has no " + part);
        };
    }
}
