package io.mercato.platform.cmw;

import io.mercato.platform.error.ErrorPolicies;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.MetadataStore;
import io.mercato.processors.cmw.MovableClock;
import io.mercato.processors.cmw.Revisions;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Inbox;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders, subscriptions and invoices over a real database and a clock that stands; the broker is the test. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmwProperties.class)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@ComponentScan({
    "io.mercato.processors.cmw.changelog",
    "io.mercato.processors.cmw.event",
    "io.mercato.processors.cmw.invoice",
    "io.mercato.processors.cmw.mail",
    "io.mercato.processors.cmw.order",
    "io.mercato.processors.cmw.pricing",
    "io.mercato.processors.cmw.subscription",
    "io.mercato.processors.cmw.vendor",
    "io.mercato.processors.json",
    "io.mercato.processors.sql",
    "io.mercato.platform.cmw.invoice",
    "io.mercato.platform.cmw.order",
    "io.mercato.platform.cmw.subscription",
    "io.mercato.platform.cmw.vendor"
})
@Import({
    ErrorPolicies.class,
    OutboxSignal.class,
    Housekeeping.class,
    MetadataStore.class,
    ResourceTemplates.class,
    Revisions.class,
    Tables.class
})
public class CorePlatform {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.with("cmw");
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
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate template) {
        return new NamedParameterJdbcTemplate(template);
    }

    @Bean(TransactionPolicies.DATABASE)
    SpringTransactionPolicy requiresDatabase(DataSource dataSource) {
        return new SpringTransactionPolicy(new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    @Bean
    Outbox cmwOutbox(JdbcClient jdbc, Json json, Clock clock, OutboxSignal signal) {
        return new Outbox("cmw", jdbc, json, clock, signal);
    }

    @Bean
    Inbox cmwInbox(JdbcClient jdbc, Clock clock) {
        return new Inbox("cmw", jdbc, clock);
    }

    @Bean
    SecretCipher cipher() {
        return new SecretCipher(Market.KEY);
    }

    /** What the broker would hand to a route, a test sends to it. */
    @Bean
    DirectComponent jms() {
        return new DirectComponent();
    }
}
