package io.mercato.boot.security;

import io.mercato.boot.PlatformProperties;
import io.mercato.domain.identity.Principal;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.security.authentication.DisabledException;
import org.springframework.stereotype.Component;

/** The demo users, whose password everybody knows: let in only where nobody but this machine can knock. */
@Component
public class DemoUsers {
    public static final String PASSWORD = "demo";
    public static final List<String> NAMES =
            List.of("customer", "vendor", "distributor", "reseller", "supervisor", "admin", "superadmin");
    public static final String MAIL_DOMAIN = "@demo.mercato.example";

    private static final Logger LOG = LoggerFactory.getLogger(DemoUsers.class);

    private final boolean welcome;

    DemoUsers(PlatformProperties platform, ServerProperties server) {
        InetAddress address = server.getAddress();
        boolean loopback = address != null && address.isLoopbackAddress();
        this.welcome = platform.demo() && loopback;
        if (platform.demo() && !loopback) {
            LOG.warn("The platform listens beyond loopback: the demo users are refused");
        }
    }

    /** Whether they may log in. */
    public boolean areWelcome() {
        return welcome;
    }

    void check(Principal caller) {
        if (!welcome && caller.email().toLowerCase(Locale.ROOT).endsWith(MAIL_DOMAIN)) {
            throw new DisabledException(
                    "Demo users are refused: the platform listens beyond loopback, or runs without demo");
        }
    }
}
