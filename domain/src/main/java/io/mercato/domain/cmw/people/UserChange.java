package io.mercato.domain.cmw.people;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may change of a user: of himself what is his own (name, language, phone, key, address; his e-mail address
 * once he has shown that it is his), administrators everything of those whose role they could give, and who manages a
 * company everything of its people but role, company, and what they log in with.
 */
public final class UserChange {

    private UserChange() {}

    /**
     * Throws FORBIDDEN unless {@code who} may make such a user, INVALID when a field is malformed.
     *
     * @param place where the new user's company stands; null for none
     */
    public static void checkNew(Principal who, Role role, @Nullable Place place, User asked) {
        if (!PeopleAccess.mayMakeUser(who, role, place)) {
            throw Errors.forbidden();
        }
        checkFields(asked);
    }

    static void checkFields(User asked) {
        checkKey(asked.publicKey());
    }

    /**
     * {@code asked} with what it leaves open filled from {@code now}; FORBIDDEN or INVALID as above.
     *
     * @param place where his company stands now; null for none
     */
    public static User checked(Principal who, User now, @Nullable Place place, User asked) {
        Role role = Objects.requireNonNull(now.role(), "role");
        int id = Objects.requireNonNull(now.id(), "id");
        if (!PeopleAccess.mayChangeUser(who, id, role, place)) {
            throw Errors.forbidden();
        }
        checkKey(asked.publicKey());
        User user = filled(now, asked, isHimself(who, now) ? now.email() : asked.email());
        Role newRole = Objects.requireNonNull(user.role(), "role");
        boolean gives = PeopleAccess.rolesToGive(who).containsAll(List.of(role, newRole));
        boolean manages = PeopleAccess.mayMakeUser(who, role, place) && sameAccount(now, user);
        if (!sameStanding(now, user) && !gives && !manages) {
            throw Errors.forbidden();
        }
        return user;
    }

    /** Who manages his company neither promotes him nor moves him, and gives him no address that others read. */
    private static boolean sameAccount(User one, User other) {
        return one.role() == other.role()
                && Objects.equals(one.companyId(), other.companyId())
                && one.userName().equals(other.userName())
                && one.email().equals(other.email());
    }

    /**
     * The e-mail address that somebody gives himself; it is his once he has shown that he reads it. Null when it stays as
     * it is, or when an administrator gives it. FORBIDDEN while somebody acts for him: whoever has the address can have the
     * account.
     */
    public static @Nullable String newAddress(Principal who, User now, User asked) {
        if (!isHimself(who, now) || now.email().equals(asked.email())) {
            return null;
        }
        if (who.impersonator() != null) {
            throw Errors.forbidden();
        }
        return asked.email();
    }

    private static boolean isHimself(Principal who, User user) {
        return Objects.equals(user.id(), who.userId());
    }

    /**
     * CONFLICT when nobody would be left who may do everything: who is to go, to be blocked or to have another role is
     * the last one.
     *
     * @param after what becomes of him; null when he is removed
     * @param others how many other superadministrators can log in
     */
    public static void requireSuperadministrator(User now, @Nullable User after, long others) {
        if (isInOffice(now) && (after == null || !isInOffice(after)) && others == 0) {
            throw Errors.conflict(
                    "last-superadministrator",
                    "User " + now.id() + " is the last superadministrator: make another one first");
        }
    }

    private static boolean isInOffice(User user) {
        return user.role() == Role.SUPERADMIN && !Boolean.FALSE.equals(user.enabled());
    }

    /** What decides who he is and what he may do. */
    private static boolean sameStanding(User one, User other) {
        return one.userName().equals(other.userName())
                && one.email().equals(other.email())
                && one.role() == other.role()
                && Objects.equals(one.companyId(), other.companyId())
                && Objects.equals(one.enabled(), other.enabled())
                && Objects.equals(one.externalId(), other.externalId())
                && Objects.equals(one.companyGroupId(), other.companyGroupId());
    }

    private static void checkKey(@Nullable String key) {
        Optional<String> problem = key == null ? Optional.empty() : SshPublicKey.problem(key);
        problem.ifPresent(words -> {
            throw Errors.invalidField("publicKey", words);
        });
    }

    private static User filled(User now, User asked, String email) {
        return new User(
                now.id(),
                asked.userName(),
                email,
                asked.name(),
                asked.surname(),
                asked.role() == null ? now.role() : asked.role(),
                asked.companyId() == null ? now.companyId() : asked.companyId(),
                asked.language() == null ? now.language() : asked.language(),
                asked.phoneNumber(),
                asked.publicKey(),
                asked.address(),
                asked.fiscalCode(),
                asked.externalId() == null ? now.externalId() : asked.externalId(),
                asked.enabled() == null ? now.enabled() : asked.enabled(),
                asked.acceptedTerms(),
                now.joined(),
                now.createdAt(),
                now.activated(),
                now.activatedAt(),
                asked.companyGroupId() == null ? now.companyGroupId() : asked.companyGroupId(),
                asked.details() == null ? now.details() : asked.details());
    }
}
