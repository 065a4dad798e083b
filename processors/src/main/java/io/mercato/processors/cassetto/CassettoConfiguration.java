package io.mercato.processors.cassetto;

import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Inbox;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cassetto's outbox, inbox and settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CassettoProperties.class)
public class CassettoConfiguration {
    static final String MODULE = "cassetto";

    @Bean
    Outbox cassettoOutbox(JdbcClient jdbc, Json json, Clock clock, OutboxSignal signal) {
        return new Outbox(MODULE, jdbc, json, clock, signal);
    }

    @Bean
    Inbox cassettoInbox(JdbcClient jdbc, Clock clock) {
        return new Inbox(MODULE, jdbc, clock);
    }
}
