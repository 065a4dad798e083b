package io.mercato.boot.architecture;

import io.mercato.boot.MercatoApplication;
import io.mercato.boot.security.TestUserDirectory;
import io.mercato.domain.identity.UserDirectory;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** All modules and connectors in one context, every route defined and none running: to be looked at, not to be used. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {MercatoApplication.class, WholePlatform.Users.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.auto-startup=false",
            "camel.main.run-controller=false",
            "mercato.data=target/whole-platform",
            "mercato.database.port=0",
            "mercato.broker.embedded=false",
            "mercato.broker.url=tcp://127.0.0.1:1",
            "mercato.mail.embedded=false",
            "mercato.cloud-simulator.embedded=false",
            "mercato.identity.keycloak.embedded=false",
            "mercato.identity.keycloak.issuer-uri=http://127.0.0.1:1/realms/mercato"
        })
public @interface WholePlatform {

    @TestConfiguration
    class Users {
        @Bean
        @ConditionalOnMissingBean
        UserDirectory userDirectory() {
            return new TestUserDirectory();
        }
    }
}
