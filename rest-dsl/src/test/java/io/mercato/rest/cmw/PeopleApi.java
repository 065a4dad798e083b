package io.mercato.rest.cmw;

import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Mailbox;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people need besides, and an identity provider that is none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmwProperties.class)
@Import({ChangelogStore.class, Mailbox.class, Correspondents.class})
class PeopleApi {

    @Bean
    FakeAccounts accounts() {
        return new FakeAccounts();
    }

    /** E-mails are written in its name. */
    @Bean
    InitializingBean marketplace(JdbcClient jdbc) {
        return () -> {
            int owner = jdbc.sql("insert into cmw.company (kind, name, email_address)"
                            + " values ('PLATFORM', 'Bazaar', 'office@bazaar.example') returning id")
                    .query(Integer.class)
                    .single();
            jdbc.sql("insert into cmw.marketplace (slug, name, company_id) values ('bazaar', 'Bazaar', ?)")
                    .param(owner)
                    .update();
        };
    }
}
