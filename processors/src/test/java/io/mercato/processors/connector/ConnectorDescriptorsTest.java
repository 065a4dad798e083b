package io.mercato.processors.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorDescriptorsTest {
    private static final String GOOD = """
        name: example
        title: Example
        kind: ticket
        description: For tests.
        parameters:
          - {name: endpoint, type: uri, required: true, description: Where it is}
          - {name: token, type: string, required: true, secret: true, description: Who we are}
          - {name: retries, type: integer, default: "3", description: How often}
          - {name: quiet, type: boolean, description: Whether it says nothing}
        """;

    private static ConnectorDescriptor parse(String yaml) {
        return ConnectorDescriptors.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_good_descriptor_has_no_problems() {
        ConnectorDescriptor descriptor = parse(GOOD);

        assertThat(descriptor.problems()).isEmpty();
        assertThat(descriptor.parameters()).hasSize(4);
        assertThat(descriptor.parameters().get(2).defaultValue()).isEqualTo("3");
    }

    @Test
    void descriptors_on_the_class_path_are_found() {
        assertThat(ConnectorDescriptors.load(getClass().getClassLoader()))
                .extracting(ConnectorDescriptor::name)
                .contains("fixture");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name: example         | name: Ex ample   | is not made of lower-case
        kind: ticket          | kind: toaster    | is none of
        title: Example        | title: ' '       | title and description
        name: token           | name: endpoint   | two parameters have the same name
        name: quiet           | name: Be-quiet   | is not in camel case
        default: "3"          | default: some    | is no INTEGER
        secret: true          | default: x       | must not have a default
        """)
    void a_bad_descriptor_says_what_is_wrong(String good, String bad, String problem) {
        assertThat(parse(GOOD.replace(good, bad)).problems()).anyMatch(text -> text.contains(problem));
    }

    @ParameterizedTest
    @CsvSource({"type: uri, type: url", "title: Example, tittle: Example"})
    void what_is_not_a_descriptor_is_refused(String good, String bad) {
        String yaml = GOOD.replace(good, bad);
        assertThatThrownBy(() -> parse(yaml)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void good_values_have_no_problems() {
        Map<String, String> values = Map.of("endpoint", "https://example.com/api", "token", "t", "quiet", "true");

        assertThat(parse(GOOD).problemsOf(values)).isEmpty();
    }

    @Test
    void bad_values_are_named_without_being_shown() {
        Map<String, String> values = Map.of("endpoint", "ftp:x", "retries", "many", "quiet", "maybe", "else", "hidden");

        assertThat(parse(GOOD).problemsOf(values))
                .containsExactly(
                        "else is not a parameter of example",
                        "endpoint must be of type uri",
                        "token is required",
                        "retries must be of type integer",
                        "quiet must be of type boolean");
    }
}
