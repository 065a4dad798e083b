package io.mercato.boot.security;

import io.mercato.boot.security.CheckedPasswords.Checked;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.UserDirectory;
import io.mercato.domain.identity.UserDirectory.KeycloakIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;

/** User name or e-mail and password by HTTP Basic; Keycloak says whether they are right. */
@Component
@Order(2)
class BasicWayIn implements WayIn {
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
    private final PasswordCheck passwords;
    private final CheckedPasswords checked;
    private final FailedLogins failures;
    private final UserDirectory users;
    private final Clock clock;

    BasicWayIn(
            PasswordCheck passwords,
            CheckedPasswords checked,
            FailedLogins failures,
            UserDirectory users,
            Clock clock) {
        this.passwords = passwords;
        this.checked = checked;
        this.failures = failures;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public Optional<Principal> enter(HttpServletRequest request) {
        UsernamePasswordAuthenticationToken given = basic.convert(request);
        if (given == null) {
            return Optional.empty();
        }
        String login = given.getName();
        String password = (String) given.getCredentials();
        return checked.find(login, password)
                .flatMap(known -> users.byPasswordCheckedBefore(known.keycloakId(), known.asked()))
                .or(() -> Optional.of(users.byKeycloak(ask(request.getRemoteAddr(), login, password))));
    }

    private KeycloakIdentity ask(String address, String login, String password) {
        failures.check(address, login);
        Instant asked = clock.instant();
        Optional<KeycloakIdentity> identity = passwords.check(login, password);
        if (identity.isEmpty()) {
            failures.failed(address, login);
            throw new BadCredentialsException("User name or password are wrong, or the account cannot be used");
        }
        failures.succeeded(address, login);
        checked.remember(login, password, new Checked(identity.get().keycloakId(), asked));
        return identity.get();
    }
}
