package io.mercato.boot.security;

import com.nimbusds.jose.JOSEException;
import io.mercato.boot.PlatformProperties;
import io.mercato.boot.keycloak.KeycloakAccess;
import io.mercato.boot.keycloak.KeycloakProperties;
import io.mercato.boot.pages.AccountPages;
import io.mercato.rest.CallerSource;
import io.mercato.rest.error.ProblemErrors;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gate and the web's filters alone, before an operation that tells whom the gate let in. */
@SpringBootConfiguration
@Profile("gate-alone") // elsewhere the scan of the whole platform must not find it
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    MetricsEndpointAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class,
    TaskExecutionAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@EnableConfigurationProperties({PlatformProperties.class, KeycloakProperties.class, GateProperties.class})
@ComponentScan({"io.mercato.boot.security", "io.mercato.boot.web"})
@Import({AccountPages.class, TestUserDirectory.class, ProblemErrors.class})
class GateTestApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeycloakAccess keycloakAccess(KeycloakProperties settings) {
        String issuer = settings.issuerUri();
        return new KeycloakAccess(
                issuer,
                issuer + "/protocol/openid-connect/certs",
                issuer + "/protocol/openid-connect/token",
                settings.clientId(),
                settings.clientSecret());
    }

    @Bean
    @Primary
    JwtDecoder decoderWithTheKeyOfTheTest(KeycloakAccess keycloak, KeycloakProperties settings) throws JOSEException {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey(TestTokens.KEY.toRSAPublicKey()).build();
        decoder.setJwtValidator(SecurityConfiguration.validator(keycloak, settings));
        return decoder;
    }

    @RestController
    static class Who {
        private final CallerSource callers;

        Who(CallerSource callers) {
            this.callers = callers;
        }

        @GetMapping("/api/who")
        String who() {
            return callers.current().author() + " " + callers.current().role().authority();
        }
    }
}
