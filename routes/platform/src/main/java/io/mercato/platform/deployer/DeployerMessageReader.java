package io.mercato.platform.deployer;

import io.mercato.domain.deployer.CheckMachine;
import io.mercato.domain.deployer.RunStep;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.deployer.message.DeployerCommand.Deploy;
import io.mercato.domain.deployer.message.DeployerCommand.Resize;
import io.mercato.domain.deployer.message.DeployerCommand.Start;
import io.mercato.domain.deployer.message.DeployerCommand.Stop;
import io.mercato.domain.deployer.message.DeployerCommand.Undeploy;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Outbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Reads the messages that the deployer knows: the header names the record that the body is. */
@Component
public class DeployerMessageReader {
    private static final Map<String, Class<?>> TYPES = List.of(
                    Deploy.class,
                    Stop.class,
                    Start.class,
                    Resize.class,
                    Undeploy.class,
                    RunStep.class,
                    CheckMachine.class,
                    CloudAccountChanged.class)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private final Json json;

    public DeployerMessageReader(Json json) {
        this.json = json;
    }

    /** Body: the record; variable {@code messageId}. What the message carried besides is dropped. */
    @Handler
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        String type = message.getHeader(MessageHeaders.MESSAGE_TYPE, String.class);
        Class<?> record = type == null ? null : TYPES.get(type);
        if (record == null) {
            throw new UnknownMessageException("The deployer knows no message of type " + type);
        }
        exchange.setVariable(
                "messageId", UUID.fromString(message.getHeader(MessageHeaders.MESSAGE_ID, "", String.class)));
        remember(message.getHeader(MessageHeaders.REQUEST_ID, String.class));
        message.setBody(json.read(message.getBody(String.class), record));
        message.removeHeaders("*");
    }

    private static void remember(String requestId) {
        if (requestId == null) {
            MDC.remove(Outbox.REQUEST_ID);
        } else {
            MDC.put(Outbox.REQUEST_ID, requestId);
        }
    }
}
