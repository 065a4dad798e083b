package io.mercato.domain.cmw.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.cmw.people.User;
import io.mercato.domain.cmw.people.UserDetails;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkUsersRulesTest {
    private static final List<String> KNOWN = List.of("id", "userName", "email", "name", "surname", "phoneNumber");
    private static final User NOW = new User(
            7,
            "adabyron",
            "ada@people.example",
            "Ada",
            "Byron",
            Role.USER,
            3,
            "en",
            "+39 050",
            "ssh-ed25519 AAAA",
            null,
            "BYRADA",
            "x-7",
            true,
            true,
            true,
            Instant.EPOCH,
            true,
            Instant.EPOCH,
            9,
            UserDetails.NONE);

    private static UserRow row(@Nullable Integer id, @Nullable String name, @Nullable String phone, String... columns) {
        return new UserRow(id, null, null, name, null, null, null, null, phone, null, null, null, Set.of(columns));
    }

    @Test
    void what_has_no_column_stays() {
        User user = row(7, "Augusta", null, "id", "name").onto(NOW);

        assertThat(user).usingRecursiveComparison().ignoringFields("name").isEqualTo(NOW);
        assertThat(user.name()).isEqualTo("Augusta");
    }

    @Test
    void an_empty_cell_empties_what_may_be_empty_only() {
        User user = row(7, null, null, "id", "name", "phoneNumber").onto(NOW);

        assertThat(user.phoneNumber()).isNull();
        assertThat(user.name()).isEqualTo("Ada");
        assertThat(user.fiscalCode()).isEqualTo("BYRADA");
    }

    @Test
    void each_cell_is_its_own_field() {
        UserRow all = new UserRow(
                7,
                "grace",
                "grace@people.example",
                "Grace",
                "Hopper",
                Role.VENDOR,
                4,
                "it",
                "1",
                "HOPGRC",
                "x-8",
                false,
                Set.of("phoneNumber", "fiscalCode"));

        User user = all.onto(NOW);

        assertThat(List.of(user.userName(), user.email(), user.name(), user.surname()))
                .containsExactly("grace", "grace@people.example", "Grace", "Hopper");
        assertThat(user.role()).isEqualTo(Role.VENDOR);
        assertThat(user.companyId()).isEqualTo(4);
        assertThat(List.of(user.language(), user.phoneNumber(), user.fiscalCode(), user.externalId()))
                .containsExactly("it", "1", "HOPGRC", "x-8");
        assertThat(user.enabled()).isFalse();
        assertThat(user.publicKey()).isEqualTo(NOW.publicKey());
        User made = new UserRow(
                        null,
                        all.userName(),
                        all.email(),
                        all.name(),
                        all.surname(),
                        all.role(),
                        4,
                        "it",
                        "1",
                        "HOPGRC",
                        "x-8",
                        false,
                        all.columns())
                .registration()
                .user();
        assertThat(made.userName()).isEqualTo("grace");
        assertThat(made.externalId()).isEqualTo("x-8");
        assertThat(made.enabled()).isFalse();
    }

    @Test
    void somebody_new_needs_names_and_an_address() {
        MercatoException refusal = catchThrowableOfType(
                MercatoException.class, () -> row(null, "Ada", null).registration());

        assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID);
        assertThat(refusal.holders())
                .extracting(holder -> holder.extraFields().get("field"))
                .containsExactly("userName", "email", "surname");
        assertThatCode(() -> row(7, null, null).requireComplete()).doesNotThrowAnyException();
    }

    @Test
    void columns_are_named_once_and_known() {
        assertThatCode(() -> BulkTable.requireColumns(List.of("id", "phoneNumber"), KNOWN))
                .doesNotThrowAnyException();
        assertThatCode(() -> BulkTable.requireColumns(List.of("userName", "email", "name", "surname"), KNOWN))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> BulkTable.requireColumns(List.of("id", "shoeSize"), KNOWN))
                .hasMessageContaining("Field shoeSize: is no column; there are id, userName");
        assertThatThrownBy(() -> BulkTable.requireColumns(List.of("id", "name", "name"), KNOWN))
                .hasMessageContaining("Field name: stands in the header twice");
        assertThatThrownBy(() -> BulkTable.requireColumns(List.of("userName", "name", "surname"), KNOWN))
                .hasMessageContaining("Field email: is missing");
        assertThatThrownBy(() -> BulkTable.requireColumns(List.of(), KNOWN)).isInstanceOf(MercatoException.class);
    }

    @Test
    void a_table_is_neither_empty_nor_too_long() {
        assertThatCode(() -> BulkTable.requireRows(1, 2)).doesNotThrowAnyException();
        assertThatCode(() -> BulkTable.requireRows(2, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> BulkTable.requireRows(0, 2)).hasMessageContaining("no rows");
        assertThatThrownBy(() -> BulkTable.requireRows(3, 2)).hasMessageContaining("more than 2 rows");
        assertThatCode(() -> BulkTable.requireSize(5, 5)).doesNotThrowAnyException();
        assertThatThrownBy(() -> BulkTable.requireSize(6, 5)).hasMessageContaining("6 bytes, more than 5");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void who_is_an_administrator_still_may_go_on(Role role) {
        Principal who = new Principal(5, "ada", "ada@people.example", "Ada", "en", role, null, null);

        if (role == Role.ADMIN || role == Role.SUPERADMIN) {
            assertThat(RowRules.executor(who, "grace").author()).isEqualTo("grace as ada");
        } else {
            assertThatThrownBy(() -> RowRules.executor(who, null)).isInstanceOf(MercatoException.class);
        }
    }

    @Test
    void who_may_not_log_in_changes_nobody() {
        assertThatThrownBy(() -> RowRules.executor(null, null)).isInstanceOf(MercatoException.class);
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void what_may_go_through_later_has_not_failed_for_good(ErrorKind kind) {
        assertThat(RowRules.isFinal(kind)).isEqualTo(kind != ErrorKind.RETRYABLE && kind != ErrorKind.BROKEN);
    }
}
