package io.mercato.platform.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.message.MessageHeaders;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay on a real database and a real broker. */
@SpringBootTest(
        classes = OutboxRelayTest.Relay.class,
        properties = {
            "mercato.outbox.period=200",
            "queue.test.work=test.work",
            "spring.flyway.enabled=false",
            "spring.artemis.mode=native"
        })
class OutboxRelayTest {
    private static final String QUEUE = "queue.test.work";

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    PlatformTransactionManager transactions;

    private JmsTemplate queue;

    @BeforeEach
    void emptyQueue() {
        queue = new JmsTemplate(connections);
        queue.setReceiveTimeout(300);
        receiveAll();
    }

    @Test
    void messages_arrive_in_order_with_their_headers() throws JMSException {
        append("one", "two", "three");

        List<Message> messages = receive(3);

        assertThat(bodies(messages)).containsExactly("\"one\"", "\"two\"", "\"three\"");
        assertThat(messages.get(0).getStringProperty(MessageHeaders.GROUP)).isEqualTo("order/1");
        assertThat(messages.get(0).getStringProperty(MessageHeaders.MESSAGE_TYPE))
                .isEqualTo("Text");
        assertThat(UUID.fromString(messages.get(0).getStringProperty(MessageHeaders.MESSAGE_ID)))
                .isNotNull();
    }

    @Test
    void after_a_crash_between_the_two_commits_nothing_is_sent_twice_and_the_rest_is_sent() throws JMSException {
        append("sent");
        Message sent = receive(1).get(0);

        // as if the deletion had never been committed: the broker has it, the outbox too, and more behind it
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            jdbc.sql(
                            "insert into cmw.outbox (message_id, destination, type, aggregate, payload) values (?, ?, ?, ?, ?)")
                    .params(
                            UUID.fromString(stringProperty(sent, MessageHeaders.MESSAGE_ID)),
                            QUEUE,
                            "Text",
                            "order/1",
                            "\"sent\"")
                    .update();
            outbox.append(message("behind it"));
        });

        assertThat(bodies(receive(1))).containsExactly("\"behind it\"");
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(receiveAll()).isEmpty();
    }

    @Test
    void a_message_that_is_to_wait_is_handed_out_later() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(tx ->
                        outbox.append(new OutgoingMessage(QUEUE, "Text", "order/1", "later", Duration.ofMillis(1500))));

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(receiveAll()).isEmpty();
        assertThat(receive(1)).hasSize(1);
    }

    @Test
    void a_thousand_messages_leave_whole_and_in_order() throws JMSException {
        String[] texts = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(String::valueOf)
                .toArray(String[]::new);
        append(texts);

        List<String> bodies = bodies(receive(1000));

        assertThat(bodies)
                .hasSize(1000)
                .isEqualTo(List.of(texts).stream().map(t -> '"' + t + '"').toList());
    }

    private void append(String... texts) {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            for (String text : texts) {
                outbox.append(message(text));
            }
        });
    }

    private static OutgoingMessage message(String text) {
        return OutgoingMessage.now(QUEUE, "Text", "order/1", text);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from cmw.outbox").query(Long.class).single();
    }

    private List<Message> receive(int count) {
        List<Message> messages = new ArrayList<>();
        await().atMost(30, SECONDS).until(() -> {
            messages.addAll(receiveAll());
            return messages.size() >= count;
        });
        return messages;
    }

    private List<Message> receiveAll() {
        List<Message> messages = new ArrayList<>();
        for (Message next = queue.receive("test.work"); next != null; next = queue.receive("test.work")) {
            messages.add(next);
        }
        return messages;
    }

    private static List<String> bodies(List<Message> messages) throws JMSException {
        List<String> bodies = new ArrayList<>();
        for (Message message : messages) {
            bodies.add(message.getBody(String.class));
        }
        return bodies;
    }

    private static String stringProperty(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    @EnableAutoConfiguration
    @ComponentScan({
        "io.mercato.platform.messaging",
        "io.mercato.platform.error",
        "io.mercato.processors.json",
        "io.mercato.processors.time"
    })
    static class Relay {
        private static final String BROKER = "vm://57";

        @Bean(destroyMethod = "close")
        TestDatabase database() {
            return TestDatabase.with("cmw");
        }

        @Bean(destroyMethod = "")
        DataSource dataSource(TestDatabase database) {
            return database.dataSource();
        }

        @Bean
        OutboxSignal signal() {
            return new OutboxSignal();
        }

        @Bean
        io.mercato.processors.messaging.OutboxStore outboxStore(JdbcClient jdbc) {
            return new io.mercato.processors.messaging.OutboxStore(jdbc);
        }

        @Bean
        Outbox outbox(JdbcClient jdbc, Json json, Clock clock, OutboxSignal signal) {
            return new Outbox("cmw", jdbc, json, clock, signal);
        }

        @Bean(initMethod = "start", destroyMethod = "stop")
        EmbeddedActiveMQ broker() throws Exception {
            ConfigurationImpl configuration = new ConfigurationImpl();
            configuration.setPersistenceEnabled(false);
            configuration.setSecurityEnabled(false);
            configuration.addAcceptorConfiguration("vm", BROKER);
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName("test.work")
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(QueueConfiguration.of("test.work")
                            .setAddress("test.work")
                            .setRoutingType(RoutingType.ANYCAST)));
            return new EmbeddedActiveMQ().setConfiguration(configuration);
        }

        @Bean
        @DependsOn("broker")
        ConnectionFactory connectionFactory() {
            return new CachingConnectionFactory(new ActiveMQConnectionFactory(BROKER));
        }

        @Bean
        JmsComponent jms(ConnectionFactory connectionFactory) {
            JmsComponent jms = new JmsComponent();
            jms.setConnectionFactory(connectionFactory);
            jms.setTransacted(true);
            jms.setLazyCreateTransactionManager(false);
            return jms;
        }
    }
}
