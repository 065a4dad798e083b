package io.mercato.boot.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.mercato.boot.contract.ContractOperation;
import io.mercato.boot.contract.ContractTypes;
import io.mercato.boot.contract.ContractTypes.Kind;
import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.face.Api.Request;
import io.mercato.domain.identity.Role;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.rest.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every answer of a GET of the contract has the contract's fields, and what differs is written down with its reason. */
class ShapeTest extends FaceTest {
    private static final List<Role> READERS = List.of(Role.SUPERADMIN, Role.VENDOR, Role.USER);

    private final ObjectMapper json = JsonConfiguration.newMapper();
    private final ContractTypes types = ContractTypes.read();

    @Test
    void every_field_that_is_sent_is_the_contracts_or_a_declared_addition() {
        Shape shape = new Shape(types);
        Set<String> unanswered = new TreeSet<>();
        reads().forEach((operation, contract) -> attempt(operation, () -> {
            boolean seen = READERS.stream()
                            .filter(operation.roles()::contains)
                            .filter(role -> {
                                Answer answer = read(operation, role);
                                if (answer.status() != 200
                                        || answer.json().isArray()
                                                && answer.json().isEmpty()) {
                                    return false;
                                }
                                shape.check(answer.json(), contract.answer().get(0), operation.id());
                                return true;
                            })
                            .count()
                    > 0;
            if (!seen) {
                unanswered.add(operation.id());
            }
        }));
        assertThat(wrong).isEmpty();
        report(shape.problems());
        assertThat(unanswered)
                .as("reads whose recipes make nothing that anybody is shown")
                .isEmpty();
    }

    private Answer read(Operation<?, ?> operation, Role role) {
        String resource = operation.path().split("/")[1];
        if (operation.many() && Recipes.read().things().containsKey(resource)) {
            lane.thing(resource);
        }
        Request request = calls.request(operation, lane.person(role), lane);
        String whole = operation.many() && !request.path().contains("?") ? "?pageSize=50" : "";
        return api.call(new Request(request.who(), request.verb(), request.path() + whole, null, null));
    }

    @Test
    void every_field_of_the_contract_is_sent_or_left_out_for_a_reason() {
        Set<String> problems = new TreeSet<>();
        Map<String, Set<String>> sent = new HashMap<>();
        reads().forEach((operation, contract) -> collect(
                json.constructType(operation.output()), contract.answer().get(0), sent));
        sent.forEach((type, fields) -> types.fields(type).values().forEach(field -> {
            if (field.kind() == Kind.SENT && !fields.contains(field.name())) {
                problems.add(type + "\n  - " + field.name() + " " + field.type() + ": <why it is not sent>");
            } else if (field.kind() == Kind.LEFT_OUT && fields.contains(field.name())) {
                problems.add(type + "\n  " + field.name() + " " + field.type());
            }
        }));
        report(problems);
    }

    /** Which fields the records have that answer a type, and those inside of them. */
    private void collect(JavaType record, String type, Map<String, Set<String>> sent) {
        if (type.startsWith("[") || type.startsWith("{")) {
            JavaType item = record.isContainerType() ? record.getContentType() : record;
            collect(item, type.substring(1, type.length() - 1), sent);
            return;
        }
        boolean unknown = record.hasRawClass(Object.class) || record.isMapLikeType() || record.isEnumType();
        if (unknown || !types.isType(type) || type.equals("UrlEntity")) {
            return;
        }
        BeanDescription bean = json.getSerializationConfig().introspect(record);
        List<BeanPropertyDefinition> properties =
                bean.findProperties().stream().flatMap(this::unwrapped).toList();
        boolean isNew = sent.computeIfAbsent(type, none -> new HashSet<>())
                .addAll(properties.stream().map(BeanPropertyDefinition::getName).toList());
        if (isNew) {
            properties.stream()
                    .filter(property -> types.fields(type).containsKey(property.getName()))
                    .forEach(property -> collect(
                            property.getPrimaryType(),
                            types.fields(type).get(property.getName()).type(),
                            sent));
        }
    }

    /** The fields that a record takes into itself stand among its own. */
    private Stream<BeanPropertyDefinition> unwrapped(BeanPropertyDefinition property) {
        if (!property.couldSerialize()) {
            return Stream.empty();
        }
        boolean taken =
                property.getPrimaryMember() != null && property.getAccessor().hasAnnotation(JsonUnwrapped.class);
        return taken
                ? json.getSerializationConfig().introspect(property.getPrimaryType()).findProperties().stream()
                        .flatMap(this::unwrapped)
                : Stream.of(property);
    }

    /** The served reads of the contract that answer something, with what it says of them. */
    private Map<Operation<?, ?>, ContractOperation> reads() {
        Map<String, ContractOperation> contract = ContractOperation.all().stream()
                .filter(one -> one.verb().equals("GET") && !one.answer().isEmpty())
                .collect(Collectors.toMap(ContractOperation::key, Function.identity()));
        return operations().stream()
                .filter(one -> contract.containsKey(ContractOperation.key(one)) && one.hasOutput() && !one.isBytes())
                .collect(Collectors.toMap(Function.identity(), one -> contract.get(ContractOperation.key(one))));
    }

    private static void report(Set<String> problems) {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (String problem : problems) {
            String[] parts = problem.split("\n", 2);
            text.append(parts[0].equals(last) ? "" : "\n" + parts[0] + "\n")
                    .append(parts[1])
                    .append('\n');
            last = parts[0];
        }
        if (!problems.isEmpty()) {
            fail("\nBlocks of contract/types.txt, and lines that are to stand there:\n" + text);
        }
    }
}
