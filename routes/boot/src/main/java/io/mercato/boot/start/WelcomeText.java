package io.mercato.boot.start;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.owner.OwnerProperties;
import io.mercato.boot.security.DemoUsers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The box of addresses and logins that the start ends with. */
@Component
class WelcomeText {
    private static final String EDGE = "+" + "-".repeat(78) + "+";

    private final Environment settings;
    private final PlatformProperties platform;
    private final DemoUsers demoUsers;

    WelcomeText(Environment settings, PlatformProperties platform, DemoUsers demoUsers) {
        this.settings = settings;
        this.platform = platform;
        this.demoUsers = demoUsers;
    }

    String ready(long millis) {
        List<String> lines = new ArrayList<>();
        lines.add("Mercato is ready after %.1f s".formatted(millis / 1000.0));
        lines.add("");
        lines.add("API              http://localhost:" + port() + "/api");
        lines.add("readiness        http://localhost:" + port() + "/actuator/health/readiness");
        addressOf(lines, "mercato.mail.embedded", "caught mails     http://localhost:", "mercato.mail.page-port", "");
        addressOf(
                lines,
                "mercato.identity.keycloak.embedded",
                "Keycloak         http://localhost:",
                "mercato.identity.keycloak.port",
                "  (user admin, password in " + platform.folder("secrets").resolve("keycloak-admin") + ")");
        addressOf(
                lines,
                "mercato.cloud-simulator.embedded",
                "cloud simulator  http://localhost:",
                "mercato.cloud-simulator.port",
                "/identity/v3");
        addressOf(
                lines,
                "mercato.storage.embedded",
                "object storage   http://localhost:",
                "mercato.storage.port",
                "  (S3)");
        lines.add("data             " + platform.folder(""));
        lines.add("");
        lines.add(logins());
        StringBuilder box =
                new StringBuilder(System.lineSeparator()).append(EDGE).append(System.lineSeparator());
        lines.forEach(line -> box.append("| ").append(line).append(System.lineSeparator()));
        return box.append(EDGE).toString();
    }

    private void addressOf(List<String> lines, String condition, String label, String portSetting, String rest) {
        if (settings.getProperty(condition, Boolean.class, false)) {
            lines.add(label + settings.getProperty(portSetting) + rest);
        }
    }

    /** The port in use, which differs from the setting when that is 0. */
    private String port() {
        return settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
    }

    private String logins() {
        if (demoUsers.areWelcome()) {
            return "demo logins      " + String.join(", ", DemoUsers.NAMES) + "; password " + DemoUsers.PASSWORD;
        }
        return platform.demo()
                ? "demo logins      refused: the platform listens beyond loopback"
                : "first login      " + settings.getProperty("mercato.owner.administrator", "administrator")
                        + ", password in " + platform.folder("secrets").resolve(OwnerProperties.PASSWORD_SECRET);
    }
}
