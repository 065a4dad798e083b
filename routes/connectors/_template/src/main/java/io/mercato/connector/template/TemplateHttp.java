package io.mercato.connector.template;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Writes requests and reads responses; knows the token, and nothing of tickets. */
@Component
public class TemplateHttp {
    private final TemplateSettings settings;

    TemplateHttp(TemplateSettings settings) {
        this.settings = settings;
    }

    public void writeRequest(Exchange exchange, @Body TemplateCall call) {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_METHOD, call.method());
        message.setHeader(Exchange.HTTP_URI, settings.endpoint() + call.path());
        message.setHeader("Authorization", "Bearer " + settings.token());
        message.setHeader("Accept", "application/json");
        message.setBody(null);
        if (!call.body().isEmpty()) {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.setBody(call.body());
        }
    }

    public String readResponse(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status < 200 || status >= 300) {
            throw TemplateErrors.ofStatus(status);
        }
        String body = exchange.getMessage().getBody(String.class);
        return body == null ? "" : body;
    }

    public void fail(Exchange exchange) {
        throw TemplateErrors.unreachable(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }
}
