package io.mercato.boot.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Connections: pooled for sending, plain for consumers, which keep theirs as long as they live. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    private static final int RETRY_FOR_EVER = -1;

    @Bean
    @ConditionalOnProperty(name = "mercato.broker.embedded", havingValue = "false")
    BrokerAccess brokerAccess(BrokerProperties settings) {
        return new BrokerAccess(settings.url(), settings.user(), settings.password());
    }

    /** Not a candidate where a plain {@code ConnectionFactory} is asked for: that is the pool. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    ActiveMQConnectionFactory consumerConnectionFactory(BrokerAccess access) throws JMSException {
        return plain(access);
    }

    @Bean(destroyMethod = "stop")
    @Primary
    JmsPoolConnectionFactory senderConnectionFactory(BrokerAccess access, BrokerProperties settings)
            throws JMSException {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory((ConnectionFactory) plain(access));
        pool.setMaxConnections(settings.senderConnections());
        return pool;
    }

    private static ActiveMQConnectionFactory plain(BrokerAccess access) throws JMSException {
        ActiveMQConnectionFactory plain = new ActiveMQConnectionFactory();
        plain.setBrokerURL(access.url());
        plain.setUser(access.user());
        plain.setPassword(access.password());
        plain.setReconnectAttempts(RETRY_FOR_EVER);
        plain.setCacheDestinations(true);
        return plain;
    }
}
