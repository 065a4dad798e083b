package io.mercato.boot.crash;

import io.mercato.boot.harness.PlatformProcess;
import io.mercato.domain.message.MessageHeaders;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Looks at the dead-letter queues of a running platform, all that {@code destinations.properties} names. */
final class DeadLetters {

    private DeadLetters() {}

    static List<String> of(PlatformProcess platform) throws IOException, JMSException {
        String broker = "tcp://127.0.0.1:" + platform.port("mercato.broker.tcp-port");
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker, "mercato", platform.secret("broker"));
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            List<String> letters = new ArrayList<>();
            for (String queue : queues()) {
                try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                    Enumeration<?> found = browser.getEnumeration();
                    while (found.hasMoreElements()) {
                        Message letter = (Message) found.nextElement();
                        letters.add(queue + ": " + letter.getStringProperty(MessageHeaders.MESSAGE_TYPE));
                    }
                }
            }
            return letters;
        }
    }

    static List<String> queues() throws IOException {
        Properties destinations = new Properties();
        try (InputStream in = DeadLetters.class.getResourceAsStream("/destinations.properties")) {
            destinations.load(in);
        }
        return destinations.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".dead"))
                .map(destinations::getProperty)
                .sorted()
                .toList();
    }
}
