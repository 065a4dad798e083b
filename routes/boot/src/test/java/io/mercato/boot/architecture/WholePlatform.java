package io.mercato.boot.architecture;

import io.mercato.boot.MercatoApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * All modules and connectors in one context on an empty database, every route defined and none running: to be looked
 * at, not to be used.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = MercatoApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.auto-startup=false",
            "camel.main.run-controller=false",
            "mercato.demo=false",
            "mercato.database.port=0",
            "mercato.broker.embedded=false",
            "mercato.broker.url=tcp://127.0.0.1:1",
            "mercato.mail.embedded=false",
            "mercato.storage.embedded=false",
            "mercato.cloud-simulator.embedded=false",
            "mercato.identity.keycloak.embedded=false",
            "mercato.identity.keycloak.issuer-uri=http://127.0.0.1:1/realms/mercato"
        })
@ContextConfiguration(initializers = WholePlatform.EmptyData.class)
public @interface WholePlatform {

    /** A folder of its own, gone with the build's others. */
    class EmptyData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Reactor.BUILT.toFile().mkdirs();
                TestPropertyValues.of("mercato.data=" + Files.createTempDirectory(Reactor.BUILT, "whole-platform"))
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
