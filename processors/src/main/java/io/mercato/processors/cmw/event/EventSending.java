package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.BackOff;
import io.mercato.domain.cmw.event.DeliveryAnswer;
import io.mercato.domain.cmw.event.DeliveryOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes the request of a delivery, and reads its answer. */
@Component
public class EventSending {
    public static final String DELIVERY = "delivery";
    public static final String SIGNATURE = "CMW-Event-Signature";

    private final EventEndpoints endpoints;
    private final BackOff backOff;
    private final Clock clock;
    private final RandomGenerator random;

    @Autowired
    public EventSending(EventEndpoints endpoints, EventProperties properties, Clock clock) {
        this(endpoints, properties, clock, RandomGenerator.getDefault());
    }

    EventSending(EventEndpoints endpoints, EventProperties properties, Clock clock, RandomGenerator random) {
        this.endpoints = endpoints;
        this.backOff = properties.backOff();
        this.clock = clock;
        this.random = random;
    }

    /** In: variable delivery. Out: the message to post, with nothing of the message before it. */
    public void prepare(Exchange exchange) {
        DueDelivery delivery = delivery(exchange);
        String problem = EventEndpointRules.problem(delivery.endpoint());
        if (problem != null) {
            throw new IllegalArgumentException("The endpoint " + problem);
        }
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, delivery.endpoint());
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        String secret =
                endpoints.secret(delivery.recipient(), delivery.endpoint(), delivery.vendorId(), delivery.productId());
        if (secret != null) {
            message.setHeader(SIGNATURE, EventSignature.of(body, secret));
        }
        message.setBody(body);
    }

    /** What the endpoint's answer means for the delivery. */
    public DeliveryOutcome answered(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        return outcome(exchange, new DeliveryAnswer.Answered(status, message.getHeader("Retry-After", String.class)));
    }

    /** What the failure that was caught means for the delivery. */
    public DeliveryOutcome failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return outcome(exchange, new DeliveryAnswer.Unanswered(words(failure)));
    }

    private DeliveryOutcome outcome(Exchange exchange, DeliveryAnswer answer) {
        return DeliveryOutcome.of(answer, delivery(exchange).attempt(), clock.instant(), backOff, random);
    }

    private static DueDelivery delivery(Exchange exchange) {
        return exchange.getVariable(DELIVERY, DueDelivery.class);
    }

    private static String words(@Nullable Throwable failure) {
        if (failure == null) {
            return "No answer";
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
