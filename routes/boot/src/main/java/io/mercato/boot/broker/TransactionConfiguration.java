package io.mercato.boot.broker;

import jakarta.jms.ConnectionFactory;
import javax.sql.DataSource;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jms.connection.JmsTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Two kinds of transaction that never become one: the database's, meant unless said otherwise, and the broker's. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JmsTransactionManager jmsTransactionManager(ConnectionFactory senderConnectionFactory) {
        return new JmsTransactionManager(senderConnectionFactory);
    }

    /** What {@code .transacted()} means in a route. */
    @Bean("PROPAGATION_REQUIRED")
    SpringTransactionPolicy databasePolicy(PlatformTransactionManager transactionManager) {
        return new SpringTransactionPolicy(transactionManager);
    }

    /** {@code .policy("JMS_REQUIRED")}: what is sent inside goes out together, or not at all. */
    @Bean("JMS_REQUIRED")
    SpringTransactionPolicy brokerPolicy(JmsTransactionManager jmsTransactionManager) {
        return new SpringTransactionPolicy(jmsTransactionManager);
    }
}
