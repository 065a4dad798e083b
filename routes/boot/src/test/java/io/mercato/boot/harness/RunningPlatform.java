package io.mercato.boot.harness;

import io.mercato.boot.MercatoApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * All modules running in this JVM with their REST face, on an empty database of their own and a broker of their own; a
 * {@link FakeIdentityProvider}, which is a bean, says who somebody is. No cloud is there. Tests that are marked so share
 * one platform: each makes people and things of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = MercatoApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.run-controller=false",
            "mercato.demo=false",
            "mercato.database.port=0",
            "mercato.storage.port=0",
            "mercato.cloud-simulator.embedded=false"
        })
@ContextConfiguration(initializers = RunningPlatform.OwnSurroundings.class)
public @interface RunningPlatform {

    /** A folder and ports that nobody else has, and who says who somebody is. */
    class OwnSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                FakeIdentityProvider identities = new FakeIdentityProvider();
                ((GenericApplicationContext) context).registerBean(FakeIdentityProvider.class, () -> identities);
                FreePorts ports = new FreePorts();
                Map<String, String> settings = new HashMap<>(identities.settings());
                settings.put("mercato.data", newFolder().toString());
                settings.put("mercato.mail.smtp-port", String.valueOf(ports.next()));
                settings.put("mercato.mail.page-port", String.valueOf(ports.next()));
                TestPropertyValues.of(settings).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (com.nimbusds.jose.JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Path newFolder() throws IOException {
            Path built = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(built, "running-platform");
        }
    }
}
