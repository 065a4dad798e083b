package io.mercato.platform.identity;

import io.mercato.platform.error.ErrorPolicies;
import io.mercato.processors.identity.IdentityAccess;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.time.ClockConfiguration;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The module identity, with an identity provider that the test plays. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@ComponentScan({"io.mercato.processors.identity", "io.mercato.platform.identity"})
@Import({Json.class, JsonConfiguration.class, ClockConfiguration.class, ErrorPolicies.class})
class IdentityTestPlatform {

    @Bean
    IdentityAccess access(@Value("${test.keycloak}") String url) {
        return new IdentityAccess(url + "/admin/realms/mercato", url + "/token", "mercato-identity", "s3cret&");
    }

    @Bean
    DirectComponent jms() {
        return new DirectComponent();
    }
}
