package io.mercato.boot.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.boot.PlatformProperties;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.security.authentication.DisabledException;

class DemoUsersTest {
    private static final Principal DEMO = user("Superadmin@Demo.Mercato.Example");
    private static final Principal OTHER = user("somebody@company.example");

    @Test
    void they_are_welcome_on_loopback() throws Exception {
        DemoUsers users = users("127.0.0.1", true);

        assertThat(users.areWelcome()).isTrue();
        assertThatNoException().isThrownBy(() -> users.check(DEMO));
    }

    @Test
    void they_are_refused_as_soon_as_the_platform_listens_beyond() throws Exception {
        for (String address : new String[] {"0.0.0.0", "192.0.2.7", null}) {
            DemoUsers users = users(address, true);

            assertThat(users.areWelcome()).isFalse();
            assertThatThrownBy(() -> users.check(DEMO)).isInstanceOf(DisabledException.class);
            assertThatNoException().isThrownBy(() -> users.check(OTHER));
        }
    }

    @Test
    void they_are_refused_where_there_is_no_demo() throws Exception {
        DemoUsers users = users("127.0.0.1", false);

        assertThatThrownBy(() -> users.check(DEMO)).isInstanceOf(DisabledException.class);
    }

    private static DemoUsers users(String address, boolean demo) throws Exception {
        ServerProperties server = new ServerProperties();
        if (address != null) {
            server.setAddress(InetAddress.getByName(address));
        }
        return new DemoUsers(new PlatformProperties(Path.of("data"), demo), server);
    }

    private static Principal user(String email) {
        return new Principal(7, "name", email, "Name", "en", Role.SUPERADMIN, null, null);
    }
}
