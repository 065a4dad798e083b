package io.mercato.boot.security;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.identity.UserDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Users in memory: the demo users, and whoever comes from Keycloak. */
public class TestUserDirectory implements UserDirectory {
    private static final Map<String, Role> DEMO = Map.of(
            "customer", Role.USER,
            "vendor", Role.VENDOR,
            "reseller", Role.RESELLER,
            "distributor", Role.DISTRIBUTOR,
            "supervisor", Role.SUPERVISOR,
            "admin", Role.ADMIN,
            "superadmin", Role.SUPERADMIN);

    private final List<Principal> users = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> tokens = new ConcurrentHashMap<>();
    private final Map<String, Integer> joined = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> passwordsChanged = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    public TestUserDirectory() {
        DEMO.forEach((name, role) -> add(name, name + DemoUsers.MAIL_DOMAIN, role));
    }

    final Principal add(String name, String email, Role role) {
        Principal user = new Principal(ids.incrementAndGet(), name, email, name, "en", role, null, null);
        users.add(user);
        return user;
    }

    @Override
    public Optional<Principal> byLogin(String userNameOrEmail) {
        String login = userNameOrEmail.toLowerCase(Locale.ROOT);
        return users.stream()
                .filter(user -> user.userName().equals(login) || user.email().equals(login))
                .findFirst();
    }

    @Override
    public Optional<Principal> byToken(String token) {
        return Optional.ofNullable(tokens.get(token))
                .flatMap(
                        id -> users.stream().filter(user -> user.userId() == id).findFirst());
    }

    @Override
    public Principal byKeycloak(KeycloakIdentity identity) {
        Principal user =
                byLogin(identity.email()).orElseGet(() -> add(identity.userName(), identity.email(), Role.USER));
        joined.put(identity.keycloakId(), user.userId());
        return user;
    }

    @Override
    public Optional<Principal> byPasswordCheckedBefore(String keycloakId, Instant asked) {
        return users.stream()
                .filter(user -> Integer.valueOf(user.userId()).equals(joined.get(keycloakId)))
                .filter(user -> passwordsChanged
                        .getOrDefault(user.userId(), Instant.MIN)
                        .isBefore(asked))
                .findFirst();
    }

    final void passwordChanged(String name) {
        passwordsChanged.put(byLogin(name).orElseThrow().userId(), Instant.now());
    }

    @Override
    public String issueToken(int userId, boolean expires) {
        String token = "token-of-" + userId;
        tokens.put(token, userId);
        return token;
    }

    @Override
    public void revokeTokens(int userId) {
        tokens.values().removeIf(id -> id == userId);
    }
}
