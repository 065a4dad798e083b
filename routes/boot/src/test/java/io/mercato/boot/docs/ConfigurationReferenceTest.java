package io.mercato.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.boot.architecture.Reactor;
import io.mercato.boot.docs.CommentedYaml.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/configuration.md: every setting, from application.yaml, the properties classes and the routes' placeholders. */
class ConfigurationReferenceTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(mercato\\.[a-z0-9.-]+)(?::([^}]*))?}}");
    private static final Path YAML = Path.of("src/main/resources/application.yaml");

    /** @param value its default; empty for none */
    private record Setting(String type, String value, String description) {}

    private final Map<String, Setting> settings = new TreeMap<>();

    @Test
    void every_setting_that_a_route_uses_has_a_value() {
        read();
        assertThat(settings).hasSizeGreaterThan(50);
        assertThat(settings.entrySet().stream()
                        .filter(entry -> entry.getValue().type().equals("of a route"))
                        .filter(entry -> entry.getValue().value().isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void the_reference_of_the_settings_is_theirs() {
        read();
        Document.assertCurrent("configuration.md", document());
    }

    private void read() {
        Reactor.classes().stream().filter(this::isPartOfThePlatform).forEach(this::readProperties);
        Reactor.sources().stream()
                .filter(this::isPartOfThePlatform)
                .forEach(source -> readPlaceholders(Reactor.read(source)));
        CommentedYaml.read(Reactor.read(YAML)).forEach(this::readYaml);
    }

    /** The template of a connector is there to be copied; nobody runs it. */
    private boolean isPartOfThePlatform(Path file) {
        return !file.startsWith(Reactor.root().resolve("routes/connectors/_template"));
    }

    private void readProperties(Path classes) {
        Path file = classes.resolve("META-INF/spring-configuration-metadata.json");
        if (Files.exists(file)) {
            for (JsonNode property : parse(file).path("properties")) {
                settings.put(
                        property.path("name").asText(),
                        new Setting(
                                property.path("type").asText().replaceAll("[a-z]+\\.(?=[a-zA-Z])", ""),
                                literal(property.path("defaultValue")),
                                property.path("description").asText("")));
            }
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The default of a primitive is the compiler's, not the platform's: application.yaml has that one. */
    private static String literal(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.asText()));
            return String.join(", ", items);
        }
        return value.isMissingNode() ? "" : value.asText();
    }

    private void readPlaceholders(String source) {
        Matcher found = PLACEHOLDER.matcher(source);
        while (found.find()) {
            String value = found.group(2) == null ? "" : found.group(2);
            settings.putIfAbsent(found.group(1), new Setting("of a route", value, ""));
        }
    }

    private void readYaml(String key, Entry entry) {
        Setting known = settings.getOrDefault(key, new Setting("", "", ""));
        String description = entry.comment().isEmpty() ? known.description() : entry.comment();
        settings.put(key, new Setting(known.type(), entry.value(), description));
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # Settings

                Written by the build from application.yaml, the properties classes and the routes; not to be changed by
                hand. A setting is given on the command line (`--mercato.demo=false`), by an environment variable
                (`MERCATO_DEMO=false`) or in a file `config/application.yaml` where the program is started. Every setting of
                Spring Boot and Camel can be given the same way; the ones below are the platform's own, and those that it
                sets to something else than their default.

                | setting | type | default | what it does |
                |---|---|---|---|
                """);
        settings.forEach((key, setting) -> text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        key,
                        Document.cell(setting.type()),
                        setting.value().isEmpty() ? "" : "`" + Document.cell(setting.value()) + "`",
                        Document.cell(setting.description()))));
        return text.toString();
    }
}
