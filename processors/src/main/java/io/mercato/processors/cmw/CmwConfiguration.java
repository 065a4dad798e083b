package io.mercato.processors.cmw;

import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Inbox;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The core's outbox and inbox. */
@Configuration(proxyBeanMethods = false)
public class CmwConfiguration {

    @Bean
    Outbox cmwOutbox(JdbcClient jdbc, Json json, Clock clock, OutboxSignal signal) {
        return new Outbox("cmw", jdbc, json, clock, signal);
    }

    @Bean
    Inbox cmwInbox(JdbcClient jdbc, Clock clock) {
        return new Inbox("cmw", jdbc, clock);
    }
}
