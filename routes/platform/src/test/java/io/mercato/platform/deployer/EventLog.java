package io.mercato.platform.deployer;

import io.mercato.domain.message.MessageHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** Listens to what the deployer tells, and to the dead letters. */
class EventLog extends RouteBuilder {
    private final List<Heard> events = new CopyOnWriteArrayList<>();
    private final List<Heard> dead = new CopyOnWriteArrayList<>();

    record Heard(String type, String aggregate, String json) {}

    @Override
    public void configure() {
        from("jms:queue:deployer.events::test.events")
                .routeId("test-events")
                .process(exchange -> events.add(heard(exchange.getMessage())));
        from("jms:queue:dead").routeId("test-dead").process(exchange -> dead.add(heard(exchange.getMessage())));
    }

    private static Heard heard(Message message) {
        return new Heard(
                message.getHeader(MessageHeaders.MESSAGE_TYPE, String.class),
                message.getHeader(MessageHeaders.AGGREGATE, String.class),
                message.getBody(String.class));
    }

    List<Heard> of(int subscription, String type) {
        return events.stream()
                .filter(event -> event.aggregate().equals("subscription/" + subscription))
                .filter(event -> event.type().equals(type))
                .toList();
    }

    List<Heard> dead() {
        return dead;
    }
}
