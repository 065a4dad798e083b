package io.mercato.processors.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.identity.UserDirectory.KeycloakIdentity;
import io.mercato.processors.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredUserDirectoryTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");
    private static final TokenProperties SETTINGS = new TokenProperties(Duration.ofHours(1));

    private final TokenStore tokens = new TokenStore(DATABASE.jdbc(), Clock.systemUTC(), SETTINGS);
    private final StoredUserDirectory users = new StoredUserDirectory(DATABASE.jdbc(), tokens);

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("delete from cmw.auth_token").update();
        DATABASE.jdbc().sql("delete from cmw.\"user\"").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void the_first_login_joins_the_user_with_the_verified_address() {
        int admin = user("admin", "admin@people.example", Role.ADMIN);
        KeycloakIdentity identity = identity("someone", "Admin@People.example", true);

        assertThat(users.byKeycloak(identity).userId()).isEqualTo(admin);
        assertThat(users.byKeycloak(identity("renamed", "new@people.example", true, identity.keycloakId()))
                        .role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void an_address_that_is_not_verified_joins_nobody() {
        user("admin", "admin@people.example", Role.ADMIN);

        assertThatThrownBy(() -> users.byKeycloak(identity("thief", "admin@people.example", false)))
                .isInstanceOf(MercatoException.class)
                .hasMessageContaining("Confirm");
    }

    @Test
    void an_address_that_is_joined_already_joins_no_second_one() {
        users.byKeycloak(identity("first", "same@people.example", true));

        assertThatThrownBy(() -> users.byKeycloak(identity("second", "same@people.example", true)))
                .hasMessageContaining("Another account");
    }

    @Test
    void somebody_unknown_becomes_a_customer_even_when_his_name_is_taken() {
        user("anna", "other@people.example", Role.VENDOR);

        Principal anna = users.byKeycloak(identity("anna", "anna@people.example", true));

        assertThat(anna.role()).isEqualTo(Role.USER);
        assertThat(anna.userName()).startsWith("anna-");
    }

    @Test
    void two_first_logins_at_once_make_one_user() {
        KeycloakIdentity identity = identity("twin", "twin@people.example", true);

        List<CompletableFuture<Principal>> logins = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> users.byKeycloak(identity)))
                .limit(6)
                .toList();

        assertThat(logins.stream()
                        .map(CompletableFuture::join)
                        .map(Principal::userId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_disabled_or_removed_user_does_not_come_back() {
        KeycloakIdentity identity = identity("gone", "gone@people.example", true);
        users.byKeycloak(identity);

        DATABASE.jdbc().sql("update cmw.\"user\" set enabled = false").update();
        assertThatThrownBy(() -> users.byKeycloak(identity)).hasMessageContaining("disabled");
        DATABASE.jdbc().sql("update cmw.\"user\" set deleted = true").update();
        assertThatThrownBy(() -> users.byKeycloak(identity)).hasMessageContaining("disabled");
        assertThat(users.byLogin("gone")).isEmpty();
    }

    @Test
    void a_password_that_was_checked_counts_until_another_is_chosen() {
        KeycloakIdentity identity = identity("anna", "anna@people.example", true);
        Principal anna = users.byKeycloak(identity);
        String token = users.issueToken(anna.userId(), false);
        Instant before = Instant.now().minusSeconds(1);

        assertThat(users.byPasswordCheckedBefore(identity.keycloakId(), before)).contains(anna);
        tokens.passwordChanged(anna.userId());
        assertThat(users.byPasswordCheckedBefore(identity.keycloakId(), before)).isEmpty();
        assertThat(users.byToken(token)).isEmpty();
        assertThat(users.byPasswordCheckedBefore(
                        identity.keycloakId(), Instant.now().plusSeconds(1)))
                .contains(anna);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled = false", "deleted = true", "keycloak_id = null"})
    void a_password_that_was_checked_lets_nobody_in_who_is_disabled_or_gone(String change) {
        KeycloakIdentity identity = identity("anna", "anna@people.example", true);
        users.byKeycloak(identity);

        DATABASE.jdbc().sql("update cmw.\"user\" set " + change).update();

        assertThat(users.byPasswordCheckedBefore(identity.keycloakId(), Instant.now()))
                .isEmpty();
    }

    @Test
    void whoever_comes_by_a_password_that_was_checked_has_the_role_of_now() {
        KeycloakIdentity identity = identity("anna", "anna@people.example", true);
        users.byKeycloak(identity);

        DATABASE.jdbc().sql("update cmw.\"user\" set role = 'VENDOR'").update();

        assertThat(users.byPasswordCheckedBefore(identity.keycloakId(), Instant.now()))
                .map(Principal::role)
                .contains(Role.VENDOR);
    }

    @Test
    void who_belongs_to_a_blocked_company_is_locked_out_whichever_way_he_comes() {
        int company = DATABASE.jdbc()
                .sql("insert into cmw.company (kind, name, email_address) values ('VENDOR', 'Acme', 'a@b.example')"
                        + " returning id")
                .query(Integer.class)
                .single();
        KeycloakIdentity identity = identity("anna", "anna@people.example", true);
        int id = users.byKeycloak(identity).userId();
        int colleague = user("bert", "bert@people.example", Role.VENDOR);
        DATABASE.jdbc()
                .sql("update cmw.\"user\" set company_id = ?")
                .param(company)
                .update();
        String token = users.issueToken(id, false);
        assertThat(users.byToken(token)).isPresent();

        DATABASE.jdbc()
                .sql("update cmw.company set enabled = false where id = ?")
                .param(company)
                .update();
        assertThat(users.byToken(token)).isEmpty();
        assertThat(users.byLogin("anna")).isEmpty();
        assertThatThrownBy(() -> users.byKeycloak(identity)).hasMessageContaining("blocked");
        assertThatThrownBy(() -> users.byKeycloak(identity("bert", "bert@people.example", true)))
                .hasMessageContaining("blocked");

        DATABASE.jdbc()
                .sql("update cmw.company set enabled = true where id = ?")
                .param(company)
                .update();
        assertThat(users.byToken(token)).isPresent();
        assertThat(users.byKeycloak(identity("bert", "bert@people.example", true))
                        .userId())
                .isEqualTo(colleague);
    }

    @Test
    void the_token_of_an_erased_user_makes_no_new_user_of_him() {
        KeycloakIdentity identity = identity("gone", "gone@people.example", true);
        int id = users.byKeycloak(identity).userId();
        DATABASE.jdbc()
                .sql("insert into cmw.erased_account (digest) values (?)")
                .param(TokenStore.hash(identity.keycloakId()))
                .update();
        DATABASE.jdbc()
                .sql("update cmw.\"user\" set keycloak_id = null, deleted = true, enabled = false, user_name = 'x',"
                        + " email = 'x@erased.invalid' where id = ?")
                .param(id)
                .update();

        assertThatThrownBy(() -> users.byKeycloak(identity)).hasMessageContaining("disabled");
        user("again", "gone@people.example", Role.USER);
        assertThatThrownBy(() -> users.byKeycloak(identity)).hasMessageContaining("disabled");
        KeycloakIdentity newAccount = identity("gone", "gone@people.example", true);
        assertThat(users.byKeycloak(newAccount).userName()).isEqualTo("again");
    }

    @Test
    void a_login_is_by_name_or_address_in_any_case() {
        int id = user("Anna", "anna@people.example", Role.USER);

        assertThat(users.byLogin("aNNa")).map(Principal::userId).contains(id);
        assertThat(users.byLogin("ANNA@people.example")).map(Principal::userId).contains(id);
        assertThat(users.byLogin("nobody")).isEmpty();
    }

    @Test
    void a_token_is_kept_as_a_hash_and_ends_with_its_time() {
        int id = user("anna", "anna@people.example", Role.USER);
        String shortLived = users.issueToken(id, true);
        String permanent = users.issueToken(id, false);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        TokenStore tokensLater = new TokenStore(DATABASE.jdbc(), later, SETTINGS);
        StoredUserDirectory usersLater = new StoredUserDirectory(DATABASE.jdbc(), tokensLater);

        assertThat(DATABASE.jdbc()
                        .sql("select hash from cmw.auth_token")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .doesNotContain(shortLived, permanent);
        assertThat(users.byToken(shortLived)).isPresent();
        assertThat(usersLater.byToken(shortLived)).isEmpty();
        assertThat(usersLater.byToken(permanent)).isPresent();
        assertThat(tokensLater.purge()).isEqualTo(1);
        users.issueToken(id, false);
        assertThat(users.byToken(permanent)).isEmpty();
    }

    private static int user(String name, String email, Role role) {
        return DATABASE.jdbc()
                .sql("insert into cmw.\"user\" (user_name, email, name, surname, role) values (?, ?, 'A', 'B', ?)"
                        + " returning id")
                .params(name, email, role.name())
                .query(Integer.class)
                .single();
    }

    private static KeycloakIdentity identity(String name, String email, boolean verified) {
        return identity(name, email, verified, UUID.randomUUID().toString());
    }

    private static KeycloakIdentity identity(String name, String email, boolean verified, String id) {
        return new KeycloakIdentity(id, name, email, verified, "A", "B");
    }
}
