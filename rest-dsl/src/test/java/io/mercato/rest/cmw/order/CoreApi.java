package io.mercato.rest.cmw.order;

import io.mercato.domain.identity.Principal;
import io.mercato.platform.cmw.ResourceTemplates;
import io.mercato.platform.cmw.event.EventDeskRoutes;
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
import io.mercato.rest.CallAnswerer;
import io.mercato.rest.CallReceiver;
import io.mercato.rest.CallerSource;
import io.mercato.rest.CsvExport;
import io.mercato.rest.RequestReader;
import io.mercato.rest.RestConfiguration;
import io.mercato.rest.RestFace;
import io.mercato.rest.RestJson;
import io.mercato.rest.cmw.MergePatch;
import io.mercato.rest.error.FailureAnswerer;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders, subscriptions, invoices and events behind their REST face, with a caller that the test names. */
@Configuration
@EnableAutoConfiguration
@EnableConfigurationProperties(CmwProperties.class)
@ComponentScan({
    "io.mercato.rest.cmw.cart",
    "io.mercato.rest.cmw.order",
    "io.mercato.rest.cmw.event",
    "io.mercato.rest.cmw.vendor",
    "io.mercato.processors.cmw.cart",
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
    "io.mercato.platform.cmw.cart",
    "io.mercato.platform.cmw.invoice",
    "io.mercato.platform.cmw.order",
    "io.mercato.platform.cmw.subscription",
    "io.mercato.platform.cmw.vendor"
})
@Import({
    RestConfiguration.class,
    RestJson.class,
    RequestReader.class,
    CallReceiver.class,
    CallAnswerer.class,
    CsvExport.class,
    RestFace.class,
    FailureAnswerer.class,
    ErrorPolicies.class,
    EventDeskRoutes.class,
    MergePatch.class,
    MetadataStore.class,
    ResourceTemplates.class,
    Revisions.class,
    Tables.class,
    OutboxSignal.class
})
public class CoreApi {
    volatile Principal caller = Principal.ANONYMOUS;

    @Bean
    CallerSource callers() {
        return () -> caller;
    }

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

    @Bean
    DirectComponent jms() {
        return new DirectComponent();
    }
}
