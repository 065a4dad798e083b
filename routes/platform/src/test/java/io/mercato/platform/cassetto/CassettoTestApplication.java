package io.mercato.platform.cassetto;

import io.mercato.processors.database.TestDatabase;
import jakarta.jms.ConnectionFactory;
import javax.sql.DataSource;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jms.connection.CachingConnectionFactory;

/** Cassetto over a real database and a real broker, with a storage in memory. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ArtemisAutoConfiguration.class)
@ComponentScan({
    "io.mercato.platform.cassetto",
    "io.mercato.platform.error",
    "io.mercato.platform.messaging",
    "io.mercato.processors.cassetto",
    "io.mercato.processors.json",
    "io.mercato.processors.messaging",
    "io.mercato.processors.time"
})
class CassettoTestApplication {
    static final String DEAD = "dead";
    private static final String BROKER = "vm://44";

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.with("cassetto");
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(TestDatabase database) {
        return database.dataSource();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    EmbeddedActiveMQ broker() throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(false);
        configuration.addAcceptorConfiguration("vm", BROKER);
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setRedeliveryDelay(100)
                        .setMaxDeliveryAttempts(50)
                        .setDeadLetterAddress(SimpleString.of(DEAD)));
        configuration.addAddressSetting(
                "cassetto.commands",
                new AddressSettings()
                        .setRedeliveryDelay(50)
                        .setMaxDeliveryAttempts(2)
                        .setDeadLetterAddress(SimpleString.of(DEAD)));
        for (String queue : new String[] {DEAD, "cassetto.commands", "cassetto.thumbnails"}) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(
                            QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        return new EmbeddedActiveMQ().setConfiguration(configuration);
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
    FakeStorage storage() {
        return new FakeStorage();
    }
}
