package io.mercato.processors.cmw.vendor;

import io.mercato.domain.cmw.vendor.VendorAnswer;
import io.mercato.processors.cmw.event.EventEndpointRules;
import io.mercato.processors.cmw.event.EventSending;
import io.mercato.processors.cmw.event.EventSignature;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the request of a call, and reads its answer. */
@Component
public class VendorTalk {
    /** The call that is made. */
    public static final String CALL = "vendorCall";

    private static final Logger LOG = LoggerFactory.getLogger(VendorTalk.class);

    /** In: variable vendorCall. Out: the message to post, with nothing of the message before it. */
    public void prepare(Exchange exchange) {
        VendorCall call = exchange.getVariable(CALL, VendorCall.class);
        String problem = EventEndpointRules.problem(call.url());
        if (problem != null) {
            throw new IllegalArgumentException("The address " + problem);
        }
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, call.url());
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        if (call.secret() != null && !call.secret().isEmpty()) {
            message.setHeader(EventSending.SIGNATURE, EventSignature.of(body, call.secret()));
        }
        message.setBody(body);
    }

    public VendorAnswer answered(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        byte[] body = message.getBody(byte[].class);
        message.removeHeaders("*");
        return new VendorAnswer(status, body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    /** The failure that was caught, as no answer. */
    public VendorAnswer unanswered(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.info("{} gives no answer: {}", exchange.getVariable(CALL), String.valueOf(failure));
        exchange.getMessage().removeHeaders("*");
        return VendorAnswer.NONE;
    }
}
