package io.mercato.processors.identity;

import io.mercato.domain.identity.message.AccountCommand;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.json.Json;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Reads the module's commands: the header names the record that the body is. */
@Component
public class AccountCommandReader {
    private final Json json;

    public AccountCommandReader(Json json) {
        this.json = json;
    }

    /** Out: body the command, variable accountId; what the message carried besides is dropped. */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        String type = message.getHeader(MessageHeaders.MESSAGE_TYPE, "", String.class);
        AccountCommand command = json.readOneOf(AccountCommand.class, type, message.getBody(String.class));
        message.removeHeaders("*");
        message.setBody(command);
        exchange.setVariable("accountId", command.accountId());
        exchange.setVariable("commandType", type);
    }
}
