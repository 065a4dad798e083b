package io.mercato.boot.face;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.boot.face.Api.Request;
import io.mercato.rest.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes of a good call others with something wrong in them: address, query, media type, body. */
final class OddCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ODD_IDS = List.of(
            "0",
            "-1",
            "2147483648",
            "99999999999999999999",
            "abc",
            "%00",
            "1%00",
            "%F0%9F%98%80",
            "..%2F..",
            "1;x=1",
            "%20",
            "1e3",
            "0x10",
            "%C0%AF",
            "'%20or%201=1",
            "*",
            "x".repeat(3000));
    private static final List<String> ODD_VALUES = List.of(
            "",
            "abc",
            "-1",
            "0",
            "99999999999999999999",
            "1.5",
            "%00",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "true",
            "2026-13-45",
            "2026-02-30T25:61:00Z",
            "1,2,x",
            "%25_%5C",
            "x".repeat(3000),
            "NO_SUCH_VALUE");
    private static final List<String> COMMON_KEYS = List.of("pageNumber", "pageSize", "apiVersion", "language");
    private static final List<String> BROKEN_BODIES = List.of(
            "",
            "{",
            "}",
            "null",
            "[]",
            "[null]",
            "\"x\"",
            "12",
            "true",
            "{\"a\":}",
            "{\"a\": 1} {",
            "\u0000",
            "\ufeff{}",
            "{'a': 1}",
            "[".repeat(2000),
            "{\"a\":".repeat(2000),
            "{\"\\ud800\": \"\\u0000\"}",
            "{\"url\": 1e999999999}");
    private static final List<String> ODD_TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "text/csv",
            "application/octet-stream",
            "nonsense",
            "application/json; charset=utf-7",
            "application/json;charset=latin-1");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<String>> queryKeys = queryKeys();
    private final Schemas schemas;
    private final Arbitrary<JsonNode> anything = anything();

    OddCalls(Schemas schemas) {
        this.schemas = schemas;
    }

    private static Map<String, List<String>> queryKeys() {
        try (InputStream file = OddCalls.class.getResourceAsStream("/contract/query-keys.txt")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some of them, another mixture for another seed; the good call's address and body are the base of each. */
    List<Breakage> of(Operation<?, ?> operation, Request good, int number, Random seed) {
        List<Breakage> all = new ArrayList<>();
        int share = operation.hasInput() ? number / 4 : number / 2;
        all.addAll(some(addresses(operation, good), share, seed));
        all.addAll(some(queries(operation, good), share, seed));
        if (operation.hasInput() && Api.JSON_TYPE.equals(good.type())) {
            JsonNode body = tree(good.body());
            JsonNode schema = schemas.body(operation.id());
            List<Breakage> fields = BrokenBodies.of(schemas, schema, body).stream()
                    .map(one ->
                            new Breakage(good.path(), good.type(), one.body().toString(), one.field(), one.certainly()))
                    .toList();
            all.addAll(some(fields, number, seed));
            all.addAll(some(garbled(good), share, seed));
            all.addAll(random(good, body, schema, share, seed));
        }
        return all;
    }

    private static List<Breakage> addresses(Operation<?, ?> operation, Request good) {
        String[] template = operation.path().split("/");
        String[] path = good.path().replaceFirst("\\?.*", "").split("/");
        return IntStream.range(0, template.length)
                .filter(i -> template[i].contains("{") && template.length == path.length)
                .boxed()
                .flatMap(i -> ODD_IDS.stream().map(odd -> {
                    String[] steps = path.clone();
                    steps[i] = template[i].replaceFirst("\\{.*", "") + odd;
                    return new Breakage(String.join("/", steps), good.type(), good.body(), null, false);
                }))
                .toList();
    }

    private List<Breakage> queries(Operation<?, ?> operation, Request good) {
        List<String> keys =
                new ArrayList<>(queryKeys.getOrDefault(operation.path().split("/")[1], List.of()));
        keys.addAll(COMMON_KEYS);
        String base = good.path() + (good.path().contains("?") ? "&" : "?");
        return keys.stream()
                .flatMap(key -> ODD_VALUES.stream()
                        .map(value -> new Breakage(base + key + "=" + value, good.type(), good.body(), null, false)))
                .toList();
    }

    private static List<Breakage> garbled(Request good) {
        return Stream.concat(
                        BROKEN_BODIES.stream().map(body -> new Breakage(good.path(), good.type(), body, null, false)),
                        ODD_TYPES.stream().map(type -> new Breakage(good.path(), type, good.body(), null, false)))
                .toList();
    }

    /** Several fields at once with whatever JSON has. */
    private List<Breakage> random(Request good, JsonNode body, JsonNode schema, int number, Random seed) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        if (!body.isObject() || names.isEmpty()) {
            return List.of();
        }
        Arbitrary<Map<String, JsonNode>> changes =
                Arbitraries.maps(Arbitraries.of(names), anything).ofMinSize(1).ofMaxSize(Math.min(3, names.size()));
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    ObjectNode changed = body.deepCopy();
                    changed.setAll(one(changes, seed));
                    return new Breakage(good.path(), good.type(), changed.toString(), null, false);
                })
                .toList();
    }

    private static Arbitrary<JsonNode> anything() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40).map(NODES::textNode),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.bigDecimals().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items)),
                        Arbitraries.maps(Arbitraries.strings().all().ofMaxLength(5), inner)
                                .ofMaxSize(3)
                                .map(fields -> NODES.objectNode().setAll(fields))),
                0,
                2);
    }

    private static <T> List<T> some(List<T> all, int number, Random seed) {
        return all.isEmpty()
                ? all
                : one(Arbitraries.shuffle(all), seed).stream().limit(number).toList();
    }

    private static <T> T one(Arbitrary<T> arbitrary, Random seed) {
        return arbitrary.generator(1000).next(seed).value();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("A recipe's body is not JSON: " + text, e);
        }
    }
}
