package io.mercato.platform.deadletter;

import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.deadletter.Failure;
import io.mercato.processors.deadletter.FailureStore;
import io.mercato.processors.deadletter.FailureText;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes down why a message failed, before the broker takes it back. Who the message is stands in its headers, which a
 * route may have removed by then, so it is remembered when the route begins.
 */
class FailurePolicy extends RoutePolicySupport {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
    private static final String DELIVERY = "mercatoDelivery";

    private final FailureStore failures;

    FailurePolicy(FailureStore failures) {
        this.failures = failures;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        Message message = exchange.getMessage();
        String id = message.getHeader(
                MessageHeaders.MESSAGE_ID, () -> message.getHeader("JMSMessageID", String.class), String.class);
        if (id != null) {
            exchange.setProperty(DELIVERY, new Delivery(id, message.getHeader("JMSXDeliveryCount", 1, Integer.class)));
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Delivery delivery = exchange.getProperty(DELIVERY, Delivery.class);
        if (delivery == null) {
            return;
        }
        try {
            conclude(route, exchange, delivery);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What became of message {} cannot be written down: {}", delivery.messageId(), e.getMessage());
        }
    }

    private void conclude(Route route, Exchange exchange, Delivery delivery) {
        String queue = queueOf((JmsEndpoint) route.getEndpoint());
        if (exchange.isFailed()) {
            failures.save(new Failure(
                    delivery.messageId(),
                    queue,
                    route.getRouteId(),
                    delivery.attempt(),
                    FailureText.of(exchange.getException())));
        } else if (delivery.attempt() > 1) {
            failures.remove(delivery.messageId(), queue);
        }
    }

    /** The queue of {@code address::queue}. */
    private static String queueOf(JmsEndpoint endpoint) {
        String name = endpoint.getDestinationName();
        int separator = name.indexOf("::");
        return separator < 0 ? name : name.substring(separator + 2);
    }

    private record Delivery(String messageId, int attempt) {}
}
