package io.mercato.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.architecture.WholePlatform;
import io.mercato.boot.contract.ContractOperation;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** docs/api-coverage.md: which operations of the published client's contract are served, and which others there are. */
@WholePlatform
class ApiCoverageTest {
    private static final int PUBLISHED = 391;

    @Autowired
    private List<RestModule> faces;

    private final List<ContractOperation> contract = ContractOperation.all();
    private Map<String, Operation<?, ?>> served;

    @BeforeEach
    void lookAtTheOperations() {
        served = faces.stream()
                .flatMap(RestModule::allOperations)
                .collect(Collectors.toMap(
                        ContractOperation::key, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    @Test
    void the_list_of_the_contract_is_whole() {
        assertThat(contract).hasSize(PUBLISHED);
        assertThat(contract.stream().map(one -> one.verb() + " " + one.path())).doesNotHaveDuplicates();
    }

    @Test
    void each_operation_is_served_or_has_a_note() {
        assertThat(lines(one -> isServed(one) && !one.note().isEmpty(), ""))
                .as("lines of contract/operations.txt to replace: these are served, so their notes go")
                .isEmpty();
        assertThat(lines(one -> !isServed(one) && one.note().isEmpty(), "planned: <module>"))
                .as("lines of contract/operations.txt to replace: these are not served (or: not wanted: <why>)")
                .isEmpty();
        assertThat(contract.stream().filter(one -> !one.note().isEmpty() && !one.isPlanned() && !one.isNotWanted()))
                .as("notes say \"planned: <module>\" or \"not wanted: <why>\"")
                .isEmpty();
    }

    @Test
    void the_page_of_the_coverage_is_that_of_the_operations() {
        Document.assertCurrent("api-coverage.md", document());
    }

    private String lines(Predicate<ContractOperation> which, String note) {
        return contract.stream().filter(which).map(one -> one.line(note) + "\n").collect(Collectors.joining());
    }

    private boolean isServed(ContractOperation one) {
        return served.containsKey(one.key());
    }

    private String document() {
        return """
                # Coverage of the published client's contract

                Written by the build from the platform's operations and the list of what the published client calls; not to
                be changed by hand. What an operation takes and answers stands in the [OpenAPI documents](openapi/).

                """ + summary() + contractTables() + beyond();
    }

    private String summary() {
        return "| operations of the contract | |\n|---|---|\n"
                + figure("in all", one -> true)
                + figure("served", this::isServed)
                + figure("planned", one -> !isServed(one) && one.isPlanned())
                + figure("not wanted", one -> !isServed(one) && one.isNotWanted())
                + "\n| planned with | |\n|---|---|\n" + modules()
                + "\nBesides, the platform serves %d operations that the contract does not name, and a HEAD for each list.\n"
                        .formatted(beyondTheContract().size());
    }

    private String figure(String name, Predicate<ContractOperation> which) {
        return "| %s | %d |\n".formatted(name, contract.stream().filter(which).count());
    }

    private String modules() {
        Map<String, Long> planned = contract.stream()
                .filter(one -> !isServed(one) && one.isPlanned())
                .collect(Collectors.groupingBy(
                        one -> one.note().replace("planned: ", ""), TreeMap::new, Collectors.counting()));
        return planned.entrySet().stream()
                .map(one -> "| %s | %d |\n".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining());
    }

    private String contractTables() {
        Map<String, List<ContractOperation>> resources = contract.stream()
                .collect(Collectors.groupingBy(ContractOperation::resource, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        resources.forEach((resource, own) -> text.append("\n## ")
                .append(resource)
                .append(", ")
                .append(own.stream().filter(this::isServed).count())
                .append(" of ")
                .append(own.size())
                .append("\n\n| operation | |\n|---|---|\n")
                .append(own.stream().map(this::line).collect(Collectors.joining())));
        return text.toString();
    }

    private String line(ContractOperation one) {
        String state = isServed(one) ? "served: " + served.get(one.key()).id() : one.note();
        return "| %s `%s` | %s |\n".formatted(one.verb(), one.path(), Document.cell(state));
    }

    private String beyond() {
        return "\n## Beyond the contract\n\n| operation | | |\n|---|---|---|\n"
                + beyondTheContract().stream()
                        .map(one -> "| %s `%s` | %s | %s |\n"
                                .formatted(one.verb(), one.path(), one.id(), Document.cell(one.summary())))
                        .collect(Collectors.joining());
    }

    /** A list's HEAD is behaviour 1's, whether the client calls it or not. */
    private List<Operation<?, ?>> beyondTheContract() {
        Set<String> named = contract.stream().map(ContractOperation::key).collect(Collectors.toSet());
        return served.values().stream()
                .filter(one -> !one.verb().equals("HEAD") && !named.contains(ContractOperation.key(one)))
                .sorted(java.util.Comparator.<Operation<?, ?>, String>comparing(Operation::path)
                        .thenComparing(Operation::verb))
                .<Operation<?, ?>>map(one -> one)
                .toList();
    }
}
