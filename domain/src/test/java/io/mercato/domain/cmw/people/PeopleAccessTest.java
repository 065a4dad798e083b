package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caller is user 1 of company 10. */
class PeopleAccessTest {

    @ParameterizedTest(name = "{0}: user {1} of company {2}, {3}: seen {4}, changed {5}")
    @CsvSource({
        "ANONYMOUS,  1, 10, USER,       false, false",
        "USER,       1, 10, USER,       true,  true",
        "USER,       2, 10, USER,       true,  false",
        "USER,       2, 20, USER,       false, false",
        "VENDOR,     2, 10, VENDOR,     true,  false",
        "VENDOR,     2, 20, USER,       false, false",
        "SUPERVISOR, 2, 20, USER,       true,  false",
        "ADMIN,      2, 20, USER,       true,  true",
        "ADMIN,      2, 20, ADMIN,      true,  false",
        "ADMIN,      2, 20, SUPERADMIN, true,  false",
        "SUPERADMIN, 2, 20, ADMIN,      true,  true"
    })
    void who_sees_and_changes_which_user(Role role, int user, int company, Role his, boolean seen, boolean changed) {
        assertThat(PeopleAccess.maySeeUser(caller(role), user, company)).isEqualTo(seen);
        assertThat(PeopleAccess.mayChangeUser(caller(role), user, his, null)).isEqualTo(changed);
    }

    @ParameterizedTest(name = "{0}: company {1}: inside {2}, changed {3}")
    @CsvSource({
        "ANONYMOUS,  10, false, false",
        "USER,       10, true,  true",
        "USER,       20, false, false",
        "VENDOR,     10, true,  true",
        "RESELLER,   20, false, false",
        "SUPERVISOR, 20, true,  false",
        "ADMIN,      20, true,  true"
    })
    void who_sees_and_changes_which_company(Role role, int company, boolean inside, boolean changed) {
        assertThat(PeopleAccess.seesInside(caller(role), company)).isEqualTo(inside);
        assertThat(PeopleAccess.mayChangeCompany(caller(role), company)).isEqualTo(changed);
    }

    private static Principal caller(Role role) {
        return new Principal(1, "caller", "c@people.example", "C", "en", role, 10, null);
    }
}
