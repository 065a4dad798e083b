package io.mercato.processors.notifier;

import io.mercato.processors.messaging.Inbox;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notifier's settings and its inbox; it sends no messages, so it has no outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotifierProperties.class, MailServerProperties.class})
public class NotifierConfiguration {

    @Bean
    Inbox notifierInbox(JdbcClient jdbc, Clock clock) {
        return new Inbox("notifier", jdbc, clock);
    }
}
