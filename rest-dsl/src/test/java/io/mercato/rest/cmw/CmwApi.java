package io.mercato.rest.cmw;

import io.mercato.domain.identity.Principal;
import io.mercato.platform.cmw.ResourceTemplates;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.CmwConfiguration;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.MetadataStore;
import io.mercato.processors.cmw.Revisions;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.EndpointAddresses;
import io.mercato.processors.cmw.event.EventConfiguration;
import io.mercato.processors.cmw.event.EventEndpoints;
import io.mercato.processors.cmw.event.EventSignal;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Mailbox;
import io.mercato.processors.cmw.people.TokenProperties;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.messaging.OutboxSignal;
import io.mercato.processors.sql.FreshPlans;
import io.mercato.processors.time.ClockConfiguration;
import io.mercato.rest.CallAnswerer;
import io.mercato.rest.CallReceiver;
import io.mercato.rest.CallerSource;
import io.mercato.rest.CsvExport;
import io.mercato.rest.RequestReader;
import io.mercato.rest.RestConfiguration;
import io.mercato.rest.RestFace;
import io.mercato.rest.RestJson;
import io.mercato.rest.error.FailureAnswerer;
import javax.sql.DataSource;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Catalogue and people behind their REST face, on a real database, with a caller that the test names. */
@Configuration
@EnableAutoConfiguration
@EnableConfigurationProperties({TokenProperties.class, CmwProperties.class})
@ComponentScan({
    "io.mercato.rest.cmw.catalogue",
    "io.mercato.rest.cmw.people",
    "io.mercato.rest.cmw.search",
    "io.mercato.rest.cmw.pricing",
    "io.mercato.rest.cmw.vendor",
    "io.mercato.platform.cmw.catalogue",
    "io.mercato.platform.cmw.people",
    "io.mercato.platform.cmw.search",
    "io.mercato.platform.cmw.pricing",
    "io.mercato.platform.cmw.vendor",
    "io.mercato.processors.cmw.catalogue",
    "io.mercato.processors.cmw.people",
    "io.mercato.processors.cmw.file",
    "io.mercato.processors.cmw.search",
    "io.mercato.processors.cmw.pricing",
    "io.mercato.processors.cmw.vendor"
})
@Import({
    RestConfiguration.class,
    RestJson.class,
    RequestReader.class,
    CallReceiver.class,
    CallAnswerer.class,
    RestFace.class,
    FailureAnswerer.class,
    MergePatch.class,
    ResourceTemplates.class,
    CmwConfiguration.class,
    Tables.class,
    ChangelogStore.class,
    EventEndpoints.class,
    EventSignal.class,
    VendorEvents.class,
    Correspondents.class,
    Mailbox.class,
    FreshPlans.class,
    MetadataStore.class,
    Revisions.class,
    EndpointAddresses.class,
    SubscriptionStore.class,
    EventConfiguration.class,
    CsvExport.class,
    Json.class,
    JsonConfiguration.class,
    ClockConfiguration.class,
    OutboxSignal.class,
    PeopleApi.class
})
public class CmwApi {
    volatile Principal caller = Principal.ANONYMOUS;

    @Bean
    CallerSource callers() {
        return () -> caller;
    }

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.with("cmw", "cassetto");
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return database.dataSource();
    }

    @Bean
    SecretCipher secretCipher() {
        return new SecretCipher("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    }

    @Bean(TransactionPolicies.DATABASE)
    SpringTransactionPolicy requiresDatabase(DataSource dataSource) {
        return new SpringTransactionPolicy(new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }
}
