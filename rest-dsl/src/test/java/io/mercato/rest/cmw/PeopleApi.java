package io.mercato.rest.cmw;

import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Mailbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What people need besides, and an identity provider that is none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmwProperties.class)
@Import({ChangelogStore.class, Mailbox.class, Correspondents.class})
class PeopleApi {

    @Bean
    FakeAccounts accounts() {
        return new FakeAccounts();
    }
}
