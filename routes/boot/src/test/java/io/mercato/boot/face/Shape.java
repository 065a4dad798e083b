package io.mercato.boot.face;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.contract.ContractTypes;
import io.mercato.boot.contract.ContractTypes.Field;
import io.mercato.boot.contract.ContractTypes.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what is sent with what the contract says of its type, and collects the lines that have to change. */
final class Shape {
    private final ContractTypes types;
    private final Set<String> problems = new TreeSet<>();

    Shape(ContractTypes types) {
        this.types = types;
    }

    /** One line for each: the type, and the line as it is to stand in its block. */
    Set<String> problems() {
        return problems;
    }

    /** @param where type and field, for who reads the problem */
    void check(JsonNode sent, String type, String where) {
        if (sent.isNull() || type.equals("any")) {
            return;
        }
        if (type.startsWith("[") || type.startsWith("{")) {
            boolean list = type.startsWith("[");
            must(list ? sent.isArray() : sent.isObject(), sent, type, where);
            sent.forEach(item -> check(item, type.substring(1, type.length() - 1), where));
        } else if (types.isType(type)) {
            must(sent.isObject(), sent, type, where);
            fields(sent, type);
        } else {
            must(isOf(sent, type), sent, type, where);
        }
    }

    private void fields(JsonNode sent, String type) {
        Map<String, Field> known = types.fields(type);
        sent.properties().forEach(entry -> {
            Field field = known.get(entry.getKey());
            if (field == null) {
                problems.add(type + "\n  + " + entry.getKey() + " " + typeOf(entry.getValue()) + ": <what for>");
            } else if (field.kind() == Kind.LEFT_OUT) {
                problems.add(type + "\n  " + field.name() + " " + field.type());
            } else {
                check(entry.getValue(), field.type(), type + "." + field.name());
            }
        });
    }

    private boolean isOf(JsonNode sent, String type) {
        if (types.isEnum(type)) {
            return sent.isTextual() && types.values(type).contains(sent.asText());
        }
        return switch (type) {
            case "text" -> sent.isTextual();
            case "integer" -> sent.isIntegralNumber();
            case "number" -> sent.isNumber();
            case "boolean" -> sent.isBoolean();
            case "time" ->
                sent.isTextual() && sent.asText().matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)?");
            default -> {
                problems.add(type + "\n  (the block of this type is missing)");
                yield true;
            }
        };
    }

    private void must(boolean held, JsonNode sent, String type, String where) {
        if (!held) {
            problems.add(where + "\n  is " + type + ", but " + sent + " is sent");
        }
    }

    private static String typeOf(JsonNode value) {
        if (value.isArray()) {
            return "[" + (value.isEmpty() ? "any" : typeOf(value.get(0))) + "]";
        }
        if (value.isObject()) {
            return value.size() == 1 && value.has("url") ? "UrlEntity" : "any";
        }
        return value.isBoolean()
                ? "boolean"
                : value.isIntegralNumber() ? "integer" : value.isNumber() ? "number" : "text";
    }
}
