package io.mercato.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, however he came in: one shape for Basic, token and Bearer.
 *
 * @param userId id of the platform's user; 0 for nobody and for a module's service account
 * @param language ISO 639 code of the language that he reads and writes localised texts in
 * @param companyId the company that the user belongs to
 * @param impersonator user name of the member of staff who acts for this user by {@code CMW-As-User}
 */
public record Principal(
        int userId,
        String userName,
        String email,
        String fullName,
        String language,
        Role role,
        @Nullable Integer companyId,
        @Nullable String impersonator) {

    public static final Principal ANONYMOUS = new Principal(0, "anonymous", "", "", "en", Role.ANONYMOUS, null, null);

    /** The platform itself, when nobody asked: a timer, a message of another module. */
    public static final Principal SYSTEM = new Principal(0, "system", "", "Mercato", "en", Role.SUPERADMIN, null, null);

    public boolean isAnonymous() {
        return role == Role.ANONYMOUS;
    }

    public boolean belongsTo(@Nullable Integer company) {
        return company != null && company.equals(companyId);
    }

    /** The same caller, reading and writing localised texts in another language. */
    public Principal inLanguage(String code) {
        return new Principal(userId, userName, email, fullName, code, role, companyId, impersonator);
    }

    /** The name that a changelog shows: both, when one acts for the other. */
    public String author() {
        return impersonator == null ? userName : impersonator + " as " + userName;
    }
}
