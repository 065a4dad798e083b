package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UserChangeTest {
    private static final String OLD = "ada@people.example";
    private static final String NEW = "ada@new.example";

    private static User user(Role role, String email) {
        return new User(
                7, "ada", email, "Ada", "Byron", role, null, "en", null, null, null, null, null, true, true, true, null,
                true, null, null, null);
    }

    private static Principal caller(int id, Role role, @Nullable String impersonator) {
        return new Principal(id, "caller", "caller@people.example", "", "en", role, null, impersonator);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ANONYMOUS")
    void an_address_of_one_s_own_waits_whatever_his_role_is(Role role) {
        Principal himself = caller(7, role, null);

        assertThat(UserChange.newAddress(himself, user(role, OLD), user(role, NEW)))
                .isEqualTo(NEW);
        assertThat(UserChange.checked(himself, user(role, OLD), null, user(role, NEW))
                        .email())
                .isEqualTo(OLD);
    }

    @Test
    void the_same_address_asks_for_nothing() {
        assertThat(UserChange.newAddress(caller(7, Role.USER, "boss"), user(Role.USER, OLD), user(Role.USER, OLD)))
                .isNull();
    }

    @Test
    void who_acts_for_him_gives_him_no_address() {
        Principal acting = caller(7, Role.USER, "boss");

        assertThatThrownBy(() -> UserChange.newAddress(acting, user(Role.USER, OLD), user(Role.USER, NEW)))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
    }

    @Test
    void an_administrator_vouches_for_the_addresses_of_others() {
        Principal admin = caller(1, Role.ADMIN, null);

        assertThat(UserChange.newAddress(admin, user(Role.USER, OLD), user(Role.USER, NEW)))
                .isNull();
        assertThat(UserChange.checked(admin, user(Role.USER, OLD), null, user(Role.USER, NEW))
                        .email())
                .isEqualTo(NEW);
    }

    @ParameterizedTest(name = "{0}, enabled {1}, becomes {2}, enabled {3}, beside {4} others: {5}")
    @CsvSource({
        "SUPERADMIN, true,  SUPERADMIN, true,  0, true",
        "SUPERADMIN, true,  SUPERADMIN, false, 0, false",
        "SUPERADMIN, true,  ADMIN,      true,  0, false",
        "SUPERADMIN, true,  ,           ,      0, false",
        "SUPERADMIN, true,  ,           ,      1, true",
        "SUPERADMIN, true,  SUPERADMIN, false, 1, true",
        "SUPERADMIN, false, ,           ,      0, true",
        "ADMIN,      true,  ,           ,      0, true",
        "ADMIN,      true,  SUPERADMIN, true,  0, true"
    })
    void the_last_superadministrator_stays(
            Role role, boolean enabled, Role becomes, Boolean stays, long others, boolean may) {
        User now = user(role, enabled);
        User after = becomes == null ? null : user(becomes, stays);

        if (may) {
            assertThatCode(() -> UserChange.requireSuperadministrator(now, after, others))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> UserChange.requireSuperadministrator(now, after, others))
                    .isInstanceOfSatisfying(
                            MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
        }
    }

    private static User user(Role role, Boolean enabled) {
        return new User(
                7,
                "ada",
                "ada@people.example",
                "Ada",
                "Byron",
                role,
                null,
                "en",
                null,
                null,
                null,
                null,
                null,
                enabled,
                true,
                true,
                null,
                true,
                null,
                null,
                null);
    }
}
