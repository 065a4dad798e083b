package io.mercato.boot.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.boot.PlatformProperties;
import io.mercato.boot.mail.MailCatcherProperties;
import io.mercato.boot.owner.OwnerProperties;
import io.mercato.boot.process.ChildProcess;
import io.mercato.boot.process.Supervisor;
import io.mercato.boot.secrets.Secrets;
import io.mercato.processors.identity.IdentityAccess;
import io.mercato.processors.identity.IdentityProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own Keycloak, or the settings of another one. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {
    private static final String EMBEDDED = "mercato.identity.keycloak.embedded";
    private static final List<String> CLIENTS = List.of("platform", "cmw", "deployer", "notifier", "identity");

    @Bean
    @ConditionalOnProperty(name = EMBEDDED, havingValue = "true")
    KeycloakAccess ownKeycloak(KeycloakProperties settings, Secrets secrets) {
        String issuer = "http://localhost:" + settings.port() + "/realms/mercato";
        String inside = "http://127.0.0.1:" + settings.port() + "/realms/mercato";
        return KeycloakAccess.of(settings, issuer, inside, secrets.get("keycloak-platform"));
    }

    @Bean
    @ConditionalOnProperty(name = EMBEDDED, havingValue = "false")
    KeycloakAccess otherKeycloak(KeycloakProperties settings) {
        String issuer = settings.issuerUri();
        if (issuer == null || issuer.isBlank()) {
            throw new IllegalArgumentException(
                    "Set mercato.identity.keycloak.issuer-uri when the platform runs no Keycloak of its own");
        }
        return KeycloakAccess.of(settings, issuer, issuer, settings.clientSecret());
    }

    @Bean
    @ConditionalOnProperty(name = EMBEDDED, havingValue = "true")
    IdentityAccess ownAccounts(KeycloakAccess keycloak, KeycloakProperties settings, Secrets secrets) {
        return new IdentityAccess(
                "http://127.0.0.1:" + settings.port() + "/admin/realms/mercato",
                keycloak.tokenUri(),
                "mercato-identity",
                secrets.get("keycloak-identity"));
    }

    @Bean
    @ConditionalOnProperty(name = EMBEDDED, havingValue = "false")
    IdentityAccess otherAccounts(KeycloakAccess keycloak, IdentityProperties settings) {
        String usual = keycloak.issuerUri().replaceFirst("/realms/", "/admin/realms/");
        return new IdentityAccess(
                settings.adminUri().isBlank() ? usual : settings.adminUri(),
                keycloak.tokenUri(),
                settings.clientId(),
                settings.clientSecret());
    }

    @Bean(destroyMethod = "")
    @ConditionalOnProperty(name = EMBEDDED, havingValue = "true")
    ChildProcess keycloakChild(
            Supervisor supervisor,
            PlatformProperties platform,
            KeycloakProperties settings,
            MailCatcherProperties mail,
            Secrets secrets,
            OwnerProperties owner,
            ObjectMapper json) {
        KeycloakHome home = new KeycloakHome(settings.distribution().toAbsolutePath(), platform.folder("keycloak"));
        KeycloakRealm realm = new KeycloakRealm(json, platform.demo(), owner);
        return supervisor.start(
                "keycloak",
                new KeycloakPlan(
                        settings,
                        home,
                        realm,
                        environment(settings, mail, secrets),
                        platform.folder("log").resolve("keycloak.log")));
    }

    /** What the realm file leaves open, and the administrator of Keycloak itself: secrets stand on no command line. */
    private static Map<String, String> environment(
            KeycloakProperties settings, MailCatcherProperties mail, Secrets secrets) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String client : CLIENTS) {
            environment.put(
                    "MERCATO_" + client.toUpperCase(Locale.ROOT) + "_SECRET", secrets.get("keycloak-" + client));
        }
        environment.put(KeycloakRealm.PASSWORD, secrets.get(OwnerProperties.PASSWORD_SECRET));
        environment.put("MERCATO_WEB_URL", settings.webUrl());
        environment.put("MERCATO_SMTP_HOST", mail.smtpHost());
        environment.put("MERCATO_SMTP_PORT", String.valueOf(mail.smtpPort()));
        environment.put("MERCATO_SMTP_FROM", settings.mailFrom());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak-admin"));
        return environment;
    }
}
