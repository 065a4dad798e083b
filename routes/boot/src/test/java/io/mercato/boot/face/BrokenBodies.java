package io.mercato.boot.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A good body with one field broken: every way in which its schema lets it be wrong, and odd values besides. */
final class BrokenBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONG = 70_000;
    private static final int DEPTH = 3;

    private final Schemas schemas;
    private final JsonNode good;
    private final Consumer<Broken> sink;

    /** @param field path of the field, without indexes @param certainly whether it is wrong, not only odd */
    record Broken(JsonNode body, String field, boolean certainly) {}

    private BrokenBodies(Schemas schemas, JsonNode good, Consumer<Broken> sink) {
        this.schemas = schemas;
        this.good = good;
        this.sink = sink;
    }

    static List<Broken> of(Schemas schemas, JsonNode schema, JsonNode good) {
        List<Broken> all = new ArrayList<>();
        new BrokenBodies(schemas, good, all::add).inside(schema, good, new ArrayList<>(), DEPTH);
        return all;
    }

    /** @param at steps from the body to this object: names, and the first item of a list */
    private void inside(JsonNode schema, JsonNode value, List<Object> at, int depth) {
        JsonNode resolved = schemas.resolved(schema);
        if (depth == 0 || resolved == null) {
            return;
        }
        if (value.isArray() && !value.isEmpty()) {
            inside(resolved.path("items"), value.get(0), and(at, 0), depth - 1);
        }
        if (!value.isObject()) {
            return;
        }
        resolved.path("properties").properties().forEach(property -> {
            List<Object> here = and(at, property.getKey());
            JsonNode of = schemas.resolved(property.getValue());
            boolean required = contains(resolved.path("required"), property.getKey());
            if (value.has(property.getKey())) {
                set(here, null, required);
            }
            set(here, NODES.nullNode(), required);
            values(of, here);
            JsonNode inner = value.get(property.getKey());
            if (inner != null) {
                inside(of, inner, here, depth - 1);
            }
        });
    }

    private void values(JsonNode schema, List<Object> at) {
        switch (schema.path("type").asText()) {
            case "string" -> texts(schema, at);
            case "integer", "number" -> numbers(schema, at);
            case "boolean" -> {
                set(at, NODES.textNode("perhaps"), true);
                set(at, NODES.objectNode(), true);
            }
            case "array" -> lists(at);
            default -> objects(schema, at);
        }
    }

    private void texts(JsonNode schema, List<Object> at) {
        set(at, NODES.objectNode().put("a", 1), true);
        set(at, NODES.arrayNode().add("a").add("b"), true);
        set(at, NODES.textNode("a\u0000b"), false);
        set(at, NODES.textNode("\ud800"), false);
        set(at, NODES.textNode("\u202e😀'\"\\;--%$ \u2028{}"), false);
        set(at, NODES.textNode(""), false);
        set(at, NODES.textNode("   "), false);
        set(at, NODES.numberNode(new java.math.BigDecimal("1e400")), false);
        set(
                at,
                NODES.textNode("x".repeat(LONG)),
                schema.has("maxLength") && schema.get("maxLength").asInt() < LONG);
        set(
                at,
                NODES.textNode("NO_SUCH_VALUE"),
                schema.has("enum") || schema.path("format").asText().equals("date-time"));
        set(at, NODES.textNode("-999999999-01-01T00:00:00Z"), false);
        set(at, NODES.textNode("+999999999-12-31T23:59:59Z"), false);
        if (schema.path("maxLength").asInt(LONG) < LONG) {
            set(at, NODES.textNode("x".repeat(schema.get("maxLength").asInt() + 1)), true);
        }
    }

    private void numbers(JsonNode schema, List<Object> at) {
        set(at, NODES.textNode("many"), true);
        set(at, NODES.objectNode(), true);
        for (long number : new long[] {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE}) {
            boolean tooLow =
                    schema.has("minimum") && number < schema.get("minimum").asLong();
            boolean tooHigh =
                    schema.has("maximum") && number > schema.get("maximum").asLong();
            set(at, NODES.numberNode(number), tooLow || tooHigh);
        }
        set(at, NODES.numberNode(new java.math.BigDecimal("1e400")), false);
        set(at, NODES.numberNode(new java.math.BigDecimal("0.00000000000000001")), false);
    }

    private void lists(List<Object> at) {
        set(at, NODES.textNode("one"), true);
        set(at, NODES.objectNode(), true);
        set(at, NODES.arrayNode(), false);
        set(at, NODES.arrayNode().addNull(), false);
        set(at, NODES.arrayNode().add(NODES.arrayNode().add(NODES.arrayNode())), true);
        set(at, many(), false);
    }

    private static ArrayNode many() {
        ArrayNode many = NODES.arrayNode();
        for (int i = 0; i < 2000; i++) {
            many.add(NODES.objectNode().put("url", "product/" + i));
        }
        return many;
    }

    private void objects(JsonNode schema, List<Object> at) {
        boolean known = schema.has("properties");
        set(at, NODES.textNode("one"), known);
        set(at, NODES.numberNode(7), known);
        set(at, NODES.arrayNode().add(1), true);
        set(at, NODES.objectNode(), false);
        set(at, NODES.objectNode().put("\u0000", "\u0000"), false);
        if (schema.path("properties").has("url") && schema.path("properties").size() == 1) {
            for (String url :
                    List.of("product/999999999", "product/99999999999999999999", "user/-1", "../..", "", "a\u0000b")) {
                set(at, NODES.objectNode().put("url", url), false);
            }
        }
    }

    /** @param value null to take the field away */
    private void set(List<Object> at, JsonNode value, boolean certainly) {
        JsonNode body = good.deepCopy();
        JsonNode parent = body;
        for (Object step : at.subList(0, at.size() - 1)) {
            parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
        }
        String name = (String) at.get(at.size() - 1);
        if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        sink.accept(new Broken(body, name, certainly));
    }

    private static List<Object> and(List<Object> steps, Object step) {
        List<Object> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode one : names) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
