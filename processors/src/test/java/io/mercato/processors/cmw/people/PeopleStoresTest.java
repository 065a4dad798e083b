package io.mercato.processors.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.people.Place;
import io.mercato.domain.cmw.people.TokenPurpose;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.MovableClock;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.CloudAccounts;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleStoresTest {
    private static final PageRequest ALL = new PageRequest(1, 50);
    private static TestDatabase database;

    private final Json json = new Json(JsonConfiguration.newMapper());
    private final MovableClock clock = new MovableClock();
    private Market market;
    private PeopleStores stores;
    private int distributor;
    private int reseller;
    private int customer;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void channel() {
        Tables tables = new Tables(database.jdbc(), json);
        Outbox outbox = new Outbox("cmw", database.jdbc(), json, clock, new OutboxSignal());
        market = new Market(database.jdbc());
        stores = PeopleStores.of(
                tables,
                outbox,
                new TokenStore(database.jdbc(), clock, new TokenProperties(Duration.ofHours(1))),
                new CloudCredentialStore(
                        tables, json, new SecretCipher(Market.KEY), new CloudAccounts(database.jdbc(), json, outbox)),
                clock);
        distributor = company("DISTRIBUTOR", null);
        reseller = company("RESELLER", distributor);
        customer = company("CUSTOMER", reseller);
    }

    @Test
    void whom_the_database_shows_to_somebody_is_whom_the_rules_let_him_see() {
        Place place = new Place(customer, CompanyKind.CUSTOMER, reseller, distributor);
        Place resellers = new Place(reseller, CompanyKind.RESELLER, distributor, null);
        int of = market.user(Role.USER, customer).userId();
        int ofReseller = market.user(Role.RESELLER, reseller).userId();
        List<Principal> callers = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Integer company : new Integer[] {null, distributor, reseller, customer, market.vendorCompany}) {
                callers.add(new Principal(999, "x", "x@b.c", "X", "en", role, company, null));
            }
        }

        assertThat(callers).allSatisfy(who -> {
            List<Integer> seen = stores.users().list(who, Filter.NONE, ALL).items().stream()
                    .map(User::id)
                    .toList();
            assertThat(seen.contains(of)).as("%s", who).isEqualTo(PeopleAccess.maySeeUser(who, of, place));
            assertThat(seen.contains(ofReseller))
                    .as("%s", who)
                    .isEqualTo(PeopleAccess.maySeeUser(who, ofReseller, resellers));
        });
    }

    @Test
    void a_vendor_sees_who_bought_of_him_but_not_what_is_no_business_of_his() {
        int buyer = market.user(Role.USER, customer).userId();
        assertThatThrownBy(() -> stores.users().get(market.vendor, buyer)).isInstanceOf(MercatoException.class);

        subscription(buyer, "DEPLOYED");

        User seen = stores.users().get(market.vendor, buyer);
        assertThat(seen.email()).contains("@people.example");
        assertThat(seen.publicKey()).isNull();
        assertThatThrownBy(() -> stores.users().requireInsight(market.vendor, buyer))
                .isInstanceOf(MercatoException.class);
        assertThatThrownBy(() -> stores.users().get(market.rival, buyer)).isInstanceOf(MercatoException.class);
        database.jdbc().sql("update cmw.subscription set type = 'SANDBOX'").update();
        assertThatThrownBy(() -> stores.users().get(market.vendor, buyer))
                .as("who tries a product out is no customer")
                .isInstanceOf(MercatoException.class);
    }

    @Test
    void a_token_is_good_once_for_its_purpose_and_for_its_time_and_unreadable_in_the_database() {
        int user = market.customer.userId();
        String token = stores.tokens().issue(user, TokenPurpose.PASSWORD, Duration.ofHours(1));

        assertThat(market.column(String.class, "select hash from cmw.user_token"))
                .doesNotContain(token);
        assertNotGood(() -> stores.tokens().owner(token, TokenPurpose.ACTIVATION));
        assertThat(stores.tokens().owner(token, TokenPurpose.PASSWORD)).isEqualTo(user);
        assertThat(stores.tokens().use(token, TokenPurpose.PASSWORD)).isEqualTo(user);
        assertNotGood(() -> stores.tokens().use(token, TokenPurpose.PASSWORD));

        String late = stores.tokens().issue(user, TokenPurpose.PASSWORD, Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        assertNotGood(() -> stores.tokens().use(late, TokenPurpose.PASSWORD));
        assertThat(stores.tokens().purge()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(stores.tokens().purge()).isEqualTo(1);
    }

    @Test
    void what_is_changed_is_changed_at_the_time_of_the_clock() {
        int user = market.user(Role.USER, customer).userId();
        database.jdbc().sql("update cmw.\"user\" set public_key = null").update();
        clock.advance(Duration.ofDays(400));

        stores.users().update(market.admin, user, stores.users().get(market.admin, user));
        stores.companies().update(market.admin, customer, stores.companies().get(market.admin, customer));
        stores.users().activate(user, "account");

        assertThat(at("select updated_at from cmw.\"user\" where id = " + user)).isEqualTo(clock.instant());
        assertThat(at("select updated_at from cmw.company where id = " + customer))
                .isEqualTo(clock.instant());
        assertThat(at("select activated_at from cmw.\"user\" where id = " + user))
                .isEqualTo(clock.instant());
    }

    private Instant at(String sql) {
        return database.jdbc().sql(sql).query(OffsetDateTime.class).single().toInstant();
    }

    @Test
    void a_new_token_ends_the_one_before_it() {
        String first = stores.tokens().issue(market.customer.userId(), TokenPurpose.PASSWORD, Duration.ofHours(1));
        String second = stores.tokens().issue(market.customer.userId(), TokenPurpose.PASSWORD, Duration.ofHours(1));

        assertNotGood(() -> stores.tokens().owner(first, TokenPurpose.PASSWORD));
        assertThat(stores.tokens().owner(second, TokenPurpose.PASSWORD)).isEqualTo(market.customer.userId());
    }

    @Test
    void what_is_asked_for_too_often_is_refused_until_the_window_is_over() {
        for (int i = 0; i < 3; i++) {
            stores.counter().count("password", "ada");
        }
        assertThatThrownBy(() -> stores.counter().count("password", "ADA"))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TOO_MANY));
        stores.counter().count("password", "somebody else");

        clock.advance(Duration.ofHours(1));
        stores.counter().count("password", "ada");
        clock.advance(Duration.ofHours(2));
        assertThat(stores.counter().purge()).isEqualTo(2);
    }

    @Test
    void what_a_company_keeps_about_a_user_no_other_sees() {
        int buyer = market.user(Role.USER, customer).userId();
        Principal seller = new Principal(998, "r", "r@b.c", "R", "en", Role.RESELLER, reseller, null);
        Filter own = new Filter(java.util.Map.of("asCompany", "company/" + reseller));

        stores.metadata().put(seller, buyer, own, java.util.Map.of("crm", "17", "note", "x"), 0);
        assertStale(() -> stores.metadata().put(seller, buyer, own, java.util.Map.of(), 0));
        assertStale(() -> stores.metadata().remove(seller, buyer, own, java.util.Map.of("key", "crm"), 2));
        assertThat(stores.metadata().revision(seller, buyer, own)).isEqualTo(1);
        stores.metadata().remove(seller, buyer, own, java.util.Map.of("key", "note"), 1);

        assertThat(stores.metadata().get(seller, buyer, own)).containsOnly(java.util.Map.entry("crm", "17"));
        assertThat(stores.metadata().get(market.admin, buyer, Filter.NONE)).isEmpty();
        assertThatThrownBy(() -> stores.metadata()
                        .get(seller, buyer, new Filter(java.util.Map.of("asCompany", "company/" + distributor))))
                .isInstanceOf(MercatoException.class);
        assertThatThrownBy(() -> stores.metadata().get(market.vendor, buyer, own))
                .isInstanceOf(MercatoException.class);
        assertThat(stores.metadata().get(market.supervisor, buyer, own)).hasSize(1);
        assertThatThrownBy(() -> stores.metadata().put(market.supervisor, buyer, own, java.util.Map.of(), null))
                .isInstanceOf(MercatoException.class);
        assertThat(stores.metadata().get(seller, buyer, own)).hasSize(1);
    }

    @Test
    void the_last_superadministrator_stays_in_office() {
        Principal last = market.user(Role.SUPERADMIN, null);
        User himself = stores.users().get(last, last.userId());
        assertConflict(() -> stores.users().delete(last, last.userId()));
        assertConflict(() -> stores.users().update(last, last.userId(), with(himself, Role.SUPERADMIN, false)));
        assertConflict(() -> stores.users().update(last, last.userId(), with(himself, Role.USER, true)));

        Principal another = market.user(Role.SUPERADMIN, null);
        stores.users().update(another, last.userId(), with(himself, Role.SUPERADMIN, false));
        assertConflict(() -> stores.users().delete(another, another.userId()));
        stores.users().update(another, last.userId(), with(himself, Role.SUPERADMIN, true));
        database.transaction().executeWithoutResult(tx -> stores.users().delete(last, another.userId()));
        assertThat(stores.users().get(last, last.userId()).enabled()).isTrue();
    }

    @Test
    void two_superadministrators_who_remove_each_other_do_not_both_succeed() {
        List<Principal> both = List.of(market.user(Role.SUPERADMIN, null), market.user(Role.SUPERADMIN, null));

        List<CompletableFuture<Boolean>> removals = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> removes(both.get(i), both.get(1 - i))))
                .toList();

        assertThat(removals).extracting(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
    }

    private boolean removes(Principal one, Principal other) {
        try {
            database.transaction().executeWithoutResult(tx -> stores.users().delete(one, other.userId()));
            return true;
        } catch (MercatoException e) {
            assertThat(e.key()).isEqualTo("last-superadministrator");
            return false;
        }
    }

    private static User with(User user, Role role, boolean enabled) {
        return new User(
                user.id(),
                user.userName(),
                user.email(),
                user.name(),
                user.surname(),
                role,
                user.companyId(),
                user.language(),
                user.phoneNumber(),
                null,
                user.address(),
                user.fiscalCode(),
                user.externalId(),
                enabled,
                user.acceptedTerms(),
                user.joined(),
                user.createdAt(),
                user.activated(),
                user.activatedAt(),
                user.companyGroupId(),
                user.details());
    }

    @Test
    void what_was_removed_is_no_reference_any_more() {
        Tables tables = new Tables(database.jdbc(), json);
        assertThat(
                        market.column(
                                String.class,
                                "select case table_name when 'user' then 'cmw.\"user\"' else 'cmw.' || table_name end"
                                        + " from information_schema.columns where table_schema = 'cmw' and column_name = 'deleted'"))
                .containsExactlyInAnyOrderElementsOf(Tables.KEEPING_REMOVED);
        tables.requireReference("cmw.company", customer, "company", "company");
        database.jdbc()
                .sql("update cmw.company set deleted = true where id = ?")
                .param(customer)
                .update();

        assertThatThrownBy(() -> tables.requireReference("cmw.company", customer, "company", "company"))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED));
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("last-superadministrator"));
    }

    private static void assertStale(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.STALE));
    }

    private void assertNotGood(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("token-not-valid"));
    }

    private int company(String kind, Integer parent) {
        return database.jdbc()
                .sql("insert into cmw.company (kind, name, email_address, parent_id)"
                        + " values (?, 'Channel', 'c@b.example', ?) returning id")
                .params(kind, parent)
                .query(Integer.class)
                .single();
    }

    private void subscription(int buyer, String status) {
        Subscriptions.insert(database.jdbc(), market, buyer, customer, status);
    }
}
