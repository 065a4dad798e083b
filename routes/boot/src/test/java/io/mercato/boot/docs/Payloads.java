package io.mercato.boot.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.docs.Broker.Destination;
import io.mercato.domain.cassetto.MakeThumbnails;
import io.mercato.domain.cassetto.message.CassettoCommand;
import io.mercato.domain.cmw.bulk.ImportRow;
import io.mercato.domain.deployer.CheckMachine;
import io.mercato.domain.deployer.RunStep;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.identity.message.AccountCommand;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.RecipientErased;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records that are sent to each address, and their JSON schemas. */
final class Payloads {
    private static final Map<String, List<Class<?>>> BY_ADDRESS = Map.of(
            "cassetto.commands", records(CassettoCommand.class),
            "cassetto.thumbnails", List.of(MakeThumbnails.class),
            "cmw.bulk-rows", List.of(ImportRow.class),
            "deployer.commands", commands(),
            "deployer.accounts", List.of(CloudAccountChanged.class),
            "deployer.events", records(DeploymentEvent.class),
            "notifier.emails", List.of(EmailRequested.class, RecipientErased.class),
            "identity.commands", records(AccountCommand.class));

    /** Our own: others put theirs into the one that all share. */
    private static final ModelConverters CONVERTERS = new ModelConverters(true);

    static {
        CONVERTERS.addConverter(new ModelResolver(Json31.mapper(), new ShortNames()).openapi31(true));
    }

    private Payloads() {}

    /** The names that all share become long ones as soon as somebody has made the REST documents. */
    private static final class ShortNames extends TypeNameResolver {}

    /** None for a dead-letter queue, where everything can end. */
    static List<Class<?>> of(Destination destination) {
        return BY_ADDRESS.getOrDefault(destination.address(), List.of());
    }

    /** By name, with those of the records inside it. */
    static Map<String, JsonNode> schemas(Class<?> type) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        CONVERTERS
                .readAll(type)
                .forEach((name, schema) -> schemas.put(name, Json31.mapper().valueToTree(schema)));
        return schemas;
    }

    /** Those of other modules, and the deployer's own next steps. */
    private static List<Class<?>> commands() {
        return Stream.concat(records(DeployerCommand.class).stream(), Stream.of(RunStep.class, CheckMachine.class))
                .toList();
    }

    private static List<Class<?>> records(Class<?> message) {
        return Arrays.stream(message.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? records(type).stream() : Stream.<Class<?>>of(type))
                .toList();
    }
}
