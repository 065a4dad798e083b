package io.mercato.processors.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.people.Erasure;
import io.mercato.domain.cmw.people.Erasure.Fate;
import io.mercato.domain.cmw.people.Erasure.Trace;
import io.mercato.domain.cmw.people.TokenPurpose;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UserErasureTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final Json json = new Json(JsonConfiguration.newMapper());
    private final MovableClock clock = new MovableClock();
    private Market market;
    private PeopleStores stores;
    private int ada;

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @BeforeEach
    void ada() {
        Tables tables = new Tables(jdbc, json);
        Outbox outbox = new Outbox("cmw", jdbc, json, clock, new OutboxSignal());
        TokenStore logins = new TokenStore(jdbc, clock, new TokenProperties(Duration.ofHours(1)));
        market = new Market(jdbc);
        stores = PeopleStores.of(
                tables,
                outbox,
                logins,
                new CloudCredentialStore(
                        tables, json, new SecretCipher(Market.KEY), new CloudAccounts(jdbc, json, outbox)),
                clock);
        ada = market.customer.userId();
        jdbc.sql("update cmw.\"user\" set user_name = 'adabyron', email = 'ada@byron.example', name = 'Augusta',"
                        + " surname = 'Byron', phone_number = '+39-1', public_key = 'ssh-ed25519 BBBB',"
                        + " address = '{\"address\": \"Via Augusta 1\", \"city\": \"Pisa\"}', fiscal_code = 'BYRADA',"
                        + " external_id = 'crm-ada', keycloak_id = 'kc-ada', metadata = '{\"note\": \"Augusta\"}',"
                        + " details = '{\"pec\": \"ada@pec.example\", \"groups\": []}' where id = ?")
                .param(ada)
                .update();
        logins.issue(ada, false);
        stores.tokens().issue(ada, TokenPurpose.PASSWORD, Duration.ofHours(1));
        jdbc.sql(
                        "insert into cmw.cloud_credential (name, cloud_provider_id, user_id, secret) values ('own', ?, ?, 'v1:x')")
                .params(market.provider, ada)
                .update();
        jdbc.sql(
                        "insert into cmw.file (kind, owner_user_id, digest, sha512, name, type, size, original_filename, language)"
                                + " values ('USER_FILE', ?, 'd1', 's', 'd1.png', 'image/png', 1, 'ada.png', 'en')")
                .param(ada)
                .update();
        jdbc.sql("insert into cmw.notification (message, user_id) values ('Hello Augusta', ?)")
                .param(ada)
                .update();
        jdbc.sql("insert into cmw.cart (customer_id, created_at, updated_at, checked_out_at)"
                        + " values (?, now(), now(), null), (?, now(), now(), now())")
                .params(ada, ada)
                .update();
        jdbc.sql("insert into cmw.changelog (entity, entity_id, at, author_id, author, change, changes)"
                        + " values ('user', ?, now(), ?, 'adabyron', 'MODIFIED',"
                        + " '[{\"property\": \"name\", \"left\": \"Ada\", \"right\": \"Augusta\"}]')")
                .params(ada, ada)
                .update();
    }

    @Test
    void each_column_of_the_user_s_row_is_on_the_list() {
        assertThat(Erasure.USER)
                .extracting(Trace::where)
                .containsExactlyInAnyOrderElementsOf(market.column(
                        String.class,
                        "select column_name from information_schema.columns"
                                + " where table_schema = 'cmw' and table_name = 'user'"));
    }

    @Test
    void each_table_that_refers_to_users_is_on_the_list() {
        List<String> referring = market.column(
                String.class,
                "select distinct c.conrelid::regclass::text from pg_constraint c"
                        + " where c.contype = 'f' and c.confrelid = 'cmw.user'::regclass");

        assertThat(Erasure.ELSEWHERE)
                .extracting(Trace::where)
                .containsAll(referring.stream()
                        .map(name -> name.replace("cmw.", "").replace("\"", ""))
                        .toList());
    }

    @Test
    void who_is_erased_is_gone_from_every_column_but_those_that_are_kept() {
        Map<String, Object> before = row();
        invoice();
        DATABASE.transaction().executeWithoutResult(tx -> stores.users().delete(market.admin, ada));
        Map<String, Object> after = row();

        for (Trace trace : Erasure.USER) {
            Object value = after.get(trace.where());
            if (trace.fate() == Fate.REMOVED) {
                assertThat(value).as(trace.where()).isNull();
            } else if (trace.fate() == Fate.ANONYMISED) {
                assertThat(String.valueOf(value))
                        .as(trace.where())
                        .isNotEqualTo(String.valueOf(before.get(trace.where())))
                        .doesNotContainIgnoringCase("ada@")
                        .doesNotContainIgnoringCase("byron")
                        .doesNotContain("Augusta");
            }
        }
        assertThat(after.get("deleted")).isEqualTo(true);
        assertThat(after.get("enabled")).isEqualTo(false);
        for (Trace trace : Erasure.ELSEWHERE) {
            if (trace.fate() == Fate.REMOVED) {
                assertThat(count(trace.where())).as(trace.where()).isZero();
            }
        }
    }

    @Test
    void nothing_names_him_any_more_but_his_invoices() {
        subscription("UNDEPLOYED");
        invoice();
        DATABASE.transaction().executeWithoutResult(tx -> stores.users().delete(market.admin, ada));

        assertThat(market.column(String.class, "select author || changes from cmw.changelog where entity_id = ?", ada))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("Augusta").doesNotContain("adabyron"));
        assertThat(market.column(
                        String.class, "select machine ->> 'publicKey' from cmw.subscription where buyer_id = ?", ada))
                .contains("");
        assertThat(market.column(
                        String.class, "select cast(recipient as text) from cmw.invoice where nominee_id = ?", ada))
                .singleElement()
                .asString()
                .contains("Augusta", "Via Augusta 1", "BYRADA");
        assertThat(market.column(
                        Boolean.class, "select checked_out_at is not null from cmw.cart where customer_id = ?", ada))
                .containsExactly(true);
        assertThat(market.outbox()).contains("AccountRemoved", "CloudAccountChanged", "ReleaseObject");
    }

    @Test
    void the_notifier_is_told_to_forget_each_address_that_he_had() {
        jdbc.sql(
                        "insert into cmw.changelog (entity, entity_id, at, author, change, changes) values ('user', ?, now(), 'x',"
                                + " 'MODIFIED', '[{\"property\": \"email\", \"left\": \"old@byron.example\","
                                + " \"right\": \"ada@byron.example\"}]')")
                .param(ada)
                .update();

        DATABASE.transaction().executeWithoutResult(tx -> stores.users().delete(market.admin, ada));

        assertThat(market.column(
                        String.class,
                        "select aggregate || ' ' || payload from cmw.outbox where type = 'RecipientErased'"))
                .containsExactly("user/" + ada + " {\"addresses\":[\"ada@byron.example\",\"old@byron.example\"]}");
    }

    @Test
    void his_account_is_remembered_by_a_digest_alone() {
        DATABASE.transaction().executeWithoutResult(tx -> stores.users().delete(market.admin, ada));

        assertThat(market.column(String.class, "select digest from cmw.erased_account"))
                .contains(TokenStore.hash("kc-ada"))
                .doesNotContain("kc-ada");
    }

    @Test
    void who_has_something_that_runs_is_not_erased() {
        subscription("DEPLOYED");

        assertThatThrownBy(() -> DATABASE.transaction()
                        .executeWithoutResult(tx -> stores.users().delete(market.admin, ada)))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
        assertThat(row().get("email")).isEqualTo("ada@byron.example");
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from cmw.\"user\" where id = ?")
                .param(ada)
                .query()
                .singleRow();
    }

    private int count(String table) {
        String owner = table.equals("file") ? "owner_user_id" : "user_id";
        return jdbc.sql("select count(*) from cmw." + table + " where " + owner + " = ?")
                .param(ada)
                .query(Integer.class)
                .single();
    }

    private int subscription(String status) {
        return Subscriptions.insert(jdbc, market, ada, market.customerCompany, status);
    }

    private void invoice() {
        int subscription = subscription("UNDEPLOYED");
        int order = jdbc.sql("insert into cmw.\"order\" (type, status, buyer_id, creator_id, product_version_id,"
                        + " subscription_id, currency, net, vat, total, created_at)"
                        + " values ('NORMAL', 'PAID', ?, ?, ?, ?, 'EUR', 10, 2, 12, now()) returning id")
                .params(ada, ada, market.vm, subscription)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into cmw.invoice (issuer_id, order_id, subscription_id, nominee_id, type, status, product,"
                        + " product_version, currency, net, vat, total, vat_rate, date, due)"
                        + " values (?, ?, ?, ?, 'NORMAL', 'PAID', 'Wiki', 'Small', 'EUR', 10, 2, 12, 22, now(), now())")
                .params(market.owner, order, subscription, ada)
                .update();
    }
}
