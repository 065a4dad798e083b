package io.mercato.platform.notifier;

import io.mercato.platform.error.ErrorPolicies;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.time.ClockConfiguration;
import jakarta.jms.ConnectionFactory;
import javax.sql.DataSource;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The notifier over a real database and a real broker, which redelivers at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@ComponentScan({"io.mercato.processors.notifier", "io.mercato.platform.notifier"})
@Import({Json.class, JsonConfiguration.class, ClockConfiguration.class, ErrorPolicies.class})
class NotifierTestPlatform {
    static final String QUEUE = "notifier.emails";
    static final String DEAD = "notifier.emails.dead";

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.with("notifier");
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(TestDatabase database) {
        return database.dataSource();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean(TransactionPolicies.DATABASE)
    SpringTransactionPolicy requiresDatabase(PlatformTransactionManager transactionManager) {
        return new SpringTransactionPolicy(new TransactionTemplate(transactionManager));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    EmbeddedActiveMQ broker() throws Exception {
        return new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setJMXManagementEnabled(false)
                        .addAcceptorConfiguration("in-vm", "vm://77")
                        .addAddressSetting(QUEUE, redelivery(3))
                        .addQueueConfiguration(queue(QUEUE))
                        .addQueueConfiguration(queue(DEAD)));
    }

    @Bean
    ConnectionFactory connectionFactory(EmbeddedActiveMQ broker) {
        return new ActiveMQConnectionFactory("vm://77");
    }

    @Bean
    JmsComponent jms(ConnectionFactory connectionFactory) {
        JmsComponent component = new JmsComponent();
        component.setConnectionFactory(connectionFactory);
        component.setTransacted(true);
        component.setLazyCreateTransactionManager(false);
        component.setCacheLevelName("CACHE_CONSUMER");
        return component;
    }

    /** How often the broker tries; -1 for ever. */
    static void attempts(EmbeddedActiveMQ broker, int attempts) {
        broker.getActiveMQServer().getAddressSettingsRepository().addMatch(QUEUE, redelivery(attempts));
    }

    static long waiting(EmbeddedActiveMQ broker, String queue) {
        return broker.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessageCount();
    }

    private static AddressSettings redelivery(int attempts) {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setRedeliveryDelay(50)
                .setMaxDeliveryAttempts(attempts);
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true);
    }
}
