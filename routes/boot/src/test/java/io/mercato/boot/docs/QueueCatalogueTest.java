package io.mercato.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mercato.boot.docs.Broker.Destination;
import io.mercato.domain.message.MessageHeaders;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/queues.md and docs/asyncapi.yaml: every destination, what is sent there, and what becomes of a failure. */
class QueueCatalogueTest {
    private final ObjectMapper yaml =
            new YAMLMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private final Broker broker;

    QueueCatalogueTest() throws Exception {
        broker = new Broker();
    }

    @Test
    void every_destination_that_is_no_dead_letter_queue_has_its_payloads() {
        assertThat(Broker.destinations())
                .hasSizeGreaterThan(5)
                .filteredOn(destination -> !destination.isDead())
                .allSatisfy(destination -> assertThat(Payloads.of(destination)).isNotEmpty());
    }

    @Test
    void the_queue_catalogue_is_that_of_the_broker() {
        Document.assertCurrent("queues.md", table());
    }

    @Test
    void the_asyncapi_document_is_that_of_broker_and_records() throws JsonProcessingException {
        Document.assertCurrent("asyncapi.yaml", yaml.writeValueAsString(asyncApi()));
    }

    private String table() {
        return """
                # Queues

                Written by the build from destinations.properties, broker.xml and the payload records; not to be changed
                by hand. Messages of one aggregate carry its name as `%s` and stay in order. A message that fails is
                delivered again with back-off and goes to the dead-letter queue after the last attempt, with its cause.
                The same in a machine's words: [asyncapi.yaml](asyncapi.yaml).

                | key | destination | kind | for | payloads | attempts | first and longest delay | dead letters |
                |---|---|---|---|---|---|---|---|
                """.formatted(MessageHeaders.GROUP)
                + Broker.destinations().stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Destination destination) {
        String address = destination.address();
        return "| %s | %s | %s | %s | %s | %s | %s, %s ms | %s |\n"
                .formatted(
                        destination.key(),
                        destination.name(),
                        destination.isTopic() ? "address, to all of its queues" : "queue",
                        Document.cell(destination.purpose()),
                        Payloads.of(destination).stream()
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", ")),
                        broker.setting(address, "max-delivery-attempts"),
                        broker.setting(address, "redelivery-delay"),
                        broker.setting(address, "max-redelivery-delay"),
                        broker.setting(address, "dead-letter-address"));
    }

    private ObjectNode asyncApi() {
        ObjectNode root = yaml.createObjectNode().put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Mercato")
                .put("version", "1")
                .put("description", "Written by the build; not to be changed by hand.");
        root.put("defaultContentType", "application/json");
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        for (Destination destination : Broker.destinations()) {
            if (!destination.isDead()) {
                channels.set(destination.key(), channel(destination));
                operations.set(destination.key(), operation(destination));
            }
        }
        components(root.putObject("components"));
        return root;
    }

    private ObjectNode channel(Destination destination) {
        ObjectNode channel =
                yaml.createObjectNode().put("address", destination.name()).put("description", destination.purpose());
        ObjectNode messages = channel.putObject("messages");
        Payloads.of(destination)
                .forEach(type -> messages.putObject(type.getSimpleName())
                        .put("$ref", "#/components/messages/" + type.getSimpleName()));
        String address = destination.address();
        channel.put("x-dead-letter-address", broker.setting(address, "dead-letter-address"));
        channel.put("x-max-delivery-attempts", Integer.parseInt(broker.setting(address, "max-delivery-attempts")));
        return channel;
    }

    private ObjectNode operation(Destination destination) {
        ObjectNode operation = yaml.createObjectNode().put("action", destination.isTopic() ? "send" : "receive");
        operation.putObject("channel").put("$ref", "#/channels/" + destination.key());
        return operation;
    }

    private void components(ObjectNode components) {
        List<Class<?>> types = Broker.destinations().stream()
                .flatMap(destination -> Payloads.of(destination).stream())
                .distinct()
                .collect(Collectors.toList());
        ObjectNode messages = components.putObject("messages");
        TreeMap<String, JsonNode> schemas = new TreeMap<>();
        for (Class<?> type : types) {
            ObjectNode message = messages.putObject(type.getSimpleName()).put("name", type.getSimpleName());
            message.putObject("headers").put("$ref", "#/components/schemas/MessageHeaders");
            message.putObject("payload").put("$ref", "#/components/schemas/" + type.getSimpleName());
            schemas.putAll(Payloads.schemas(type));
        }
        schemas.put("MessageHeaders", headers());
        components.putObject("schemas").setAll(schemas);
    }

    private JsonNode headers() {
        ObjectNode headers = yaml.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        List.of(
                        MessageHeaders.MESSAGE_ID,
                        MessageHeaders.MESSAGE_TYPE,
                        MessageHeaders.AGGREGATE,
                        MessageHeaders.REQUEST_ID,
                        MessageHeaders.GROUP)
                .forEach(name -> properties.putObject(name).put("type", "string"));
        return headers;
    }
}
