package io.mercato.platform.cmw.event;

import io.mercato.platform.error.ErrorPolicies;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.time.ClockConfiguration;
import javax.sql.DataSource;
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

/** The part of the platform that tells events, over a real database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@ComponentScan({"io.mercato.processors.cmw.event", "io.mercato.platform.cmw.event"})
@Import({Json.class, JsonConfiguration.class, ClockConfiguration.class, ErrorPolicies.class})
class EventTestPlatform {

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
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean(TransactionPolicies.DATABASE)
    SpringTransactionPolicy requiresDatabase(TransactionTemplate transactionTemplate) {
        return new SpringTransactionPolicy(transactionTemplate);
    }

    /** An empty database but for one vendor and its product, which is told at this address. */
    static Catalogue catalogue(JdbcClient jdbc, String endpoint, String token) {
        jdbc.sql("truncate cmw.company, cmw.category, cmw.vendor_event cascade").update();
        int vendor = jdbc.sql("insert into cmw.company (name, email_address) values ('Acme', 'a@b.c') returning id")
                .query(Integer.class)
                .single();
        int category = jdbc.sql("insert into cmw.category (name, slug) values ('c', 'c') returning id")
                .query(Integer.class)
                .single();
        int product = jdbc.sql("insert into cmw.product (type, company_id, category_id, name, syndication_endpoints,"
                        + " notification_secret_token)"
                        + " values ('SYNDICATED', ?, ?, 'Wiki', jsonb_build_array(?), ?) returning id")
                .params(vendor, category, endpoint, token)
                .query(Integer.class)
                .single();
        return new Catalogue(vendor, product);
    }

    record Catalogue(int vendor, int product) {}
}
