package io.mercato.rest.cmw;

import org.apache.camel.component.direct.DirectComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Tables behind their REST face, on a real database; a test hands the messages of the outbox on, as often as it likes. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.mercato.rest.cmw.bulk", "io.mercato.platform.cmw.bulk", "io.mercato.processors.cmw.bulk"})
@Import(CmwApi.class)
class BulkApi {

    @Bean
    DirectComponent jms() {
        return new DirectComponent();
    }
}
