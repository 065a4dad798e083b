package io.mercato.boot.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.secrets.Secrets;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedBrokerTest {
    private static final BrokerProperties SETTINGS = new BrokerProperties(true, 0, "", "", "", 2);
    private static final long PATIENCE = 20_000;
    private static final String COMMANDS = "deployer.commands";

    @TempDir
    Path data;

    private EmbeddedActiveMQ broker;
    private BrokerAccess access;

    @BeforeEach
    void start() throws Exception {
        PlatformProperties platform = new PlatformProperties(data, true);
        Secrets secrets = new Secrets(platform, new MockEnvironment());
        EmbeddedBrokerConfiguration configuration = new EmbeddedBrokerConfiguration();
        broker = configuration.embeddedBroker(platform, SETTINGS, secrets);
        access = configuration.embeddedBrokerAccess(broker, secrets);
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Test
    void a_message_survives_a_restart() throws Exception {
        try (JMSContext jms = connect()) {
            jms.createProducer().send(jms.createQueue(COMMANDS), "kept");
        }
        stop();
        start();

        try (JMSContext jms = connect()) {
            assertThat(receive(jms, COMMANDS)).isEqualTo("kept");
        }
    }

    @Test
    void a_message_that_was_sent_twice_under_one_id_arrives_once() throws Exception {
        try (JMSContext jms = connect()) {
            sendWithId(jms, "first", "id-1");
            sendWithId(jms, "again", "id-1");
        }
        stop();
        start();
        try (JMSContext jms = connect()) {
            sendWithId(jms, "after a restart", "id-1");
            assertThat(receive(jms, COMMANDS)).isEqualTo("first");
            assertThat(jms.createConsumer(jms.createQueue(COMMANDS)).receiveNoWait())
                    .isNull();
        }
    }

    @Test
    void an_event_goes_to_the_durable_queue_of_whoever_wants_to_know() throws Exception {
        try (JMSContext jms = connect()) {
            jms.createProducer().send(jms.createTopic("deployer.events"), "deployed");

            assertThat(receive(jms, "deployer.events::cmw.deployment-events")).isEqualTo("deployed");
        }
    }

    @Test
    void a_message_that_fails_for_good_is_found_among_the_dead_ones() throws Exception {
        AddressSettings quick =
                broker.getActiveMQServer().getAddressSettingsRepository().getMatch(COMMANDS);
        assertThat(quick.getMaxDeliveryAttempts()).isEqualTo(6);
        assertThat(quick.getRedeliveryDelay()).isEqualTo(500);
        assertThat(quick.getMaxRedeliveryDelay()).isEqualTo(30_000);
        quick.setRedeliveryDelay(1).setMaxRedeliveryDelay(5);
        try (JMSContext sender = connect()) {
            sender.createProducer().send(sender.createQueue(COMMANDS), "poison");
        }

        for (int attempt = 1; attempt <= 6; attempt++) {
            try (JMSContext jms = factory().createContext(Session.SESSION_TRANSACTED)) {
                Message message = jms.createConsumer(jms.createQueue(COMMANDS)).receive(PATIENCE);
                assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(attempt);
                jms.rollback();
            }
        }

        try (JMSContext jms = connect()) {
            Message dead =
                    jms.createConsumer(jms.createQueue(COMMANDS + ".dead")).receive(PATIENCE);
            assertThat(((TextMessage) dead).getText()).isEqualTo("poison");
            assertThat(dead.getStringProperty("_AMQ_ORIG_QUEUE")).isEqualTo(COMMANDS);
        }
    }

    @Test
    void nobody_makes_a_queue_by_the_way() throws Exception {
        try (JMSContext jms = connect()) {
            assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue("misspelt"), "lost"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void nobody_connects_without_the_password() {
        assertThatThrownBy(() -> {
                    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(access.url())) {
                        factory.createContext("mercato", "guessed").close();
                    }
                })
                .isInstanceOf(JMSSecurityRuntimeException.class);
        assertThat(access.toString()).doesNotContain(access.password());
    }

    @Test
    void the_journal_is_one_that_this_machine_can_write_and_the_reason_is_said() throws Exception {
        JournalChoice choice = JournalChoice.below(data);

        assertThat(broker.getActiveMQServer().getConfiguration().getJournalType())
                .isEqualTo(choice.type());
        assertThat(choice.reason()).contains(choice.type() == JournalType.NIO ? "slower than ASYNCIO" : "ASYNCIO");
        assertThat(broker.getActiveMQServer().getConfiguration().isJournalDatasync())
                .isTrue();
    }

    private static void sendWithId(JMSContext jms, String text, String id) {
        jms.createProducer().setProperty("_AMQ_DUPL_ID", id).send(jms.createQueue(COMMANDS), text);
    }

    private static String receive(JMSContext jms, String queue) {
        return jms.createConsumer(jms.createQueue(queue)).receiveBody(String.class, PATIENCE);
    }

    private JMSContext connect() throws Exception {
        return factory().createContext();
    }

    private ConnectionFactory factory() throws Exception {
        return new ConnectionConfiguration().consumerConnectionFactory(access);
    }
}
