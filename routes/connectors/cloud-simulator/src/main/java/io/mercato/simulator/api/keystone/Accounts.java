package io.mercato.simulator.api.keystone;

import io.mercato.simulator.http.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The cloud's users and projects: demo works in the project demo, admin in both. */
public final class Accounts {
    /** A project or a user. */
    public record Account(String id, String name) {}

    public static final Account DEFAULT_DOMAIN = new Account("default", "Default");

    private final Account demo = account("user", "demo");
    private final Account admin = account("user", "admin");
    private final Account demoProject = account("project", "demo");
    private final Account adminProject = account("project", "admin");
    private final byte[] password;

    public Accounts(String password) {
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    private static Account account(String kind, String name) {
        return new Account(hash("mercato-simulated-cloud/" + kind + "/" + name), name);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public Optional<Account> user(String idOrName) {
        return List.of(demo, admin).stream()
                .filter(account -> is(account, idOrName))
                .findFirst();
    }

    public Optional<Account> project(String idOrName) {
        return projects().stream().filter(account -> is(account, idOrName)).findFirst();
    }

    public List<Account> projects() {
        return List.of(demoProject, adminProject);
    }

    /** The projects that the user works in. */
    public List<Account> projectsOf(Account user) {
        return user.equals(admin) ? projects() : List.of(demoProject);
    }

    public boolean passwordIs(String given) {
        return MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8));
    }

    /** Whom the user is in the project; empty when the user does not work there. */
    public Optional<Identity> identity(Account user, Account project) {
        return projectsOf(user).contains(project)
                ? Optional.of(new Identity(user.id(), user.name(), project.id(), project.name(), user.equals(admin)))
                : Optional.empty();
    }

    private static boolean is(Account account, String idOrName) {
        return account.id().equals(idOrName) || account.name().equals(idOrName);
    }
}
