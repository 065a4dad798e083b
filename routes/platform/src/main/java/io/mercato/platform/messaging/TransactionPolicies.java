package io.mercato.platform.messaging;

import jakarta.jms.ConnectionFactory;
import javax.sql.DataSource;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jms.connection.JmsTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The two kinds of transaction, each local: the database's and the broker's. There is none over both. */
@Configuration(proxyBeanMethods = false)
public class TransactionPolicies {
    /** Policy of a route whose steps are one database transaction. */
    public static final String DATABASE = "requiresDatabase";
    /** Policy of a route whose sends are one broker transaction. */
    public static final String BROKER = "requiresBroker";

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JmsTransactionManager brokerTransactionManager(ConnectionFactory connectionFactory) {
        return new JmsTransactionManager(connectionFactory);
    }

    @Bean(DATABASE)
    SpringTransactionPolicy requiresDatabase(PlatformTransactionManager transactionManager) {
        return policy(transactionManager);
    }

    @Bean(BROKER)
    SpringTransactionPolicy requiresBroker(JmsTransactionManager brokerTransactionManager) {
        return policy(brokerTransactionManager);
    }

    private static SpringTransactionPolicy policy(PlatformTransactionManager manager) {
        return new SpringTransactionPolicy(new TransactionTemplate(manager));
    }
}
