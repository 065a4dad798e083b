package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserChangeTest {

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

    private static User user(Role role, boolean enabled) {
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
