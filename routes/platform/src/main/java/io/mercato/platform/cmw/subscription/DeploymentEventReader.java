package io.mercato.platform.cmw.subscription;

import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.json.Json;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Reads a report of the deployer's: the message's type names the record. */
@Component
public class DeploymentEventReader {
    private final Json json;

    public DeploymentEventReader(Json json) {
        this.json = json;
    }

    @Handler
    public DeploymentEvent read(@Header(MessageHeaders.MESSAGE_TYPE) String type, @Body String body) {
        return json.readOneOf(DeploymentEvent.class, type, body);
    }
}
