package io.mercato.platform.deployer;

import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import jakarta.jms.ConnectionFactory;
import java.util.Base64;
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
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.FilterType;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The deployer alone, on a real database and a real broker, with a cloud in memory. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.mercato.platform.deployer",
            "io.mercato.platform.error",
            "io.mercato.platform.messaging",
            "io.mercato.processors.deployer",
            "io.mercato.processors.json",
            "io.mercato.processors.messaging",
            "io.mercato.processors.time"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
class DeployerTestApplication {
    private static final String BROKER = "vm://41";

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.with("deployer");
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
        AddressSettings settings = new AddressSettings()
                .setRedeliveryDelay(50)
                .setMaxDeliveryAttempts(4)
                .setDeadLetterAddress(SimpleString.of("dead"));
        configuration.addAddressSetting("#", settings);
        configuration.addAddressConfiguration(address("deployer.events", "test.events", RoutingType.MULTICAST));
        for (String queue : new String[] {"dead", "deployer.commands", "deployer.accounts"}) {
            configuration.addAddressConfiguration(address(queue, queue, RoutingType.ANYCAST));
        }
        return new EmbeddedActiveMQ().setConfiguration(configuration);
    }

    private static CoreAddressConfiguration address(String name, String queue, RoutingType type) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(type)
                .addQueueConfig(QueueConfiguration.of(queue).setAddress(name).setRoutingType(type));
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
    FakeCloud fakeCloud() {
        return new FakeCloud();
    }

    @Bean
    EventLog eventLog() {
        return new EventLog();
    }

    @Bean(destroyMethod = "close")
    FakeMachine machine() {
        return new FakeMachine();
    }
}
