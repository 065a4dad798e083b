package io.mercato.boot.face;

import io.mercato.boot.face.Api.Request;
import io.mercato.rest.Operation;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A well-formed call of each operation. */
final class Calls {
    private static final Pattern RESOURCE = Pattern.compile("^/([^/]+)");
    private static final Recipes.Call PLAIN = new Recipes.Call(null, null, null, null);

    private final Recipes recipes;

    Calls(Recipes recipes) {
        this.recipes = recipes;
    }

    /**
     * The operation called by somebody with the things of a lane, which is his own or not: the path names them, and what
     * the body refers to is of it.
     */
    Request request(Operation<?, ?> operation, Person who, Lane lane) {
        Recipes.Call call = recipes.calls().getOrDefault(operation.id(), PLAIN);
        if (call.needs() != null) {
            call.needs().forEach(lane::thing);
        }
        return pattern(operation, who, lane::fill);
    }

    /** The same with whatever stands in the places that are held for people and things. */
    Request pattern(Operation<?, ?> operation, Person who, UnaryOperator<String> fill) {
        String body = body(operation);
        String type = type(operation, body);
        return new Request(
                who, operation.verb(), fill.apply(path(operation)), type, body == null ? null : fill.apply(body));
    }

    /** Whether it makes a difference to the operation in whose lane it is called. */
    boolean differs(Operation<?, ?> operation) {
        return Lane.differs(path(operation)) || Lane.differs(body(operation));
    }

    /** Whether a thing is another one afterwards; what only makes one, and refers to none, changes none. */
    boolean changesThing(Operation<?, ?> operation) {
        return !operation.verb().equals("POST")
                || differs(operation)
                || operation.path().equals("/logout");
    }

    /** The path with a placeholder for the thing that it names. */
    String path(Operation<?, ?> operation) {
        Recipes.Call call = recipes.calls().getOrDefault(operation.id(), PLAIN);
        if (call.path() != null) {
            return call.path();
        }
        return operation.path().replace("{id}", "{" + resource(operation) + "}").replace("/{key}", "/colour");
    }

    private String body(Operation<?, ?> operation) {
        Recipes.Call call = recipes.calls().getOrDefault(operation.id(), PLAIN);
        if (call.body() != null) {
            return call.body();
        }
        if (!operation.hasInput()) {
            return null;
        }
        Map<String, Recipes.Thing> things = recipes.things();
        Recipes.Thing thing = things.get(resource(operation));
        boolean whole = operation.path().equals("/" + resource(operation))
                || operation.verb().equals("PUT");
        return whole && !operation.path().endsWith("/metadata") && thing != null && thing.body() != null
                ? thing.body()
                : "{}";
    }

    private String type(Operation<?, ?> operation, String body) {
        Recipes.Call call = recipes.calls().getOrDefault(operation.id(), PLAIN);
        Recipes.Thing thing = recipes.things().get(resource(operation));
        boolean things = thing != null && body != null && body.equals(thing.body()) && thing.type() != null;
        return call.type() != null ? call.type() : things ? thing.type() : Api.JSON_TYPE;
    }

    private static String resource(Operation<?, ?> operation) {
        Matcher matcher = RESOURCE.matcher(operation.path());
        return matcher.find() ? matcher.group(1) : "";
    }
}
