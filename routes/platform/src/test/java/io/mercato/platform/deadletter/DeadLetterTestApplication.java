package io.mercato.platform.deadletter;

import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import jakarta.jms.ConnectionFactory;
import java.util.Base64;
import javax.sql.DataSource;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The dead letters alone, on a real database and a broker with the platform's own queues. */
@SpringBootConfiguration
@EnableAutoConfiguration
@PropertySource("classpath:destinations.properties")
@ComponentScan({
    "io.mercato.platform.deadletter",
    "io.mercato.platform.error",
    "io.mercato.platform.messaging",
    "io.mercato.processors.deadletter",
    "io.mercato.processors.json",
    "io.mercato.processors.messaging",
    "io.mercato.processors.time"
})
class DeadLetterTestApplication {
    /** One more queue of the events' address, as another module would have it. */
    static final String NEIGHBOUR = "neighbour.events";

    private static final String BROKER = "vm://43";

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.with("deadletter");
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(TestDatabase database) {
        return database.dataSource();
    }

    /** The file that the platform runs by, but quick, in memory and open. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    EmbeddedActiveMQ broker() throws Exception {
        FileConfiguration file = new FileConfiguration();
        new FileDeploymentManager("broker.xml").addDeployable(file).readConfiguration();
        file.setPersistenceEnabled(false).setSecurityEnabled(false).clearAcceptorConfigurations();
        file.addAcceptorConfiguration("vm", BROKER);
        file.getAddressSettings()
                .values()
                .forEach(settings -> settings.setRedeliveryDelay(10).setMaxRedeliveryDelay(20));
        file.getAddressConfigurations().stream()
                .filter(address -> address.getName().equals("deployer.events"))
                .forEach(address -> address.addQueueConfig(QueueConfiguration.of(NEIGHBOUR)
                        .setAddress("deployer.events")
                        .setRoutingType(RoutingType.MULTICAST)));
        return new EmbeddedActiveMQ().setConfiguration(file);
    }

    @Bean
    @DependsOn("broker")
    ConnectionFactory connectionFactory() {
        return new CachingConnectionFactory(new ActiveMQConnectionFactory(BROKER));
    }

    @Bean
    @DependsOn("broker")
    JmsComponent jms() {
        JmsComponent component = new JmsComponent();
        component.setConnectionFactory(new ActiveMQConnectionFactory(BROKER));
        return component;
    }

    @Bean
    SecretCipher cipher() {
        return new SecretCipher(Base64.getEncoder().encodeToString(new byte[32]));
    }

    @Bean
    FickleConsumer consumer() {
        return new FickleConsumer();
    }
}
