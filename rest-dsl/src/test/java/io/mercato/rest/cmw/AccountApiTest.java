package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.identity.UserDirectory;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Registration, confirmation, passwords, export and erasure, with an identity provider that is none. */
class AccountApiTest extends ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    FakeAccounts accounts;

    @Autowired
    UserDirectory users;

    @BeforeEach
    void nothingHappenedYet() {
        accounts.away = false;
        accounts.taken = null;
        accounts.afterMove = () -> {};
        jdbc.sql("delete from cmw.outbox").update();
    }

    @Test
    void a_visitor_registers_confirms_his_address_and_is_a_customer() throws Exception {
        String name = unique("visitor");
        Answer made = post(Principal.ANONYMOUS, "/user", visitor(name, "")).is(201);

        assertThat(made.text("/userRole")).isEqualTo("ROLE_USER");
        assertThat(made.body().get("activated").asBoolean()).isFalse();
        assertThat(made.body().has("password")).isFalse();
        assertThat(made.response().getHeaders().getFirst("Location")).isEqualTo("/api/user/" + made.id());
        assertThat(accounts.saved.get("account-of-" + name).password()).isEqualTo("correct horse");
        assertThat(accounts.saved.get("account-of-" + name).mayBeKnown()).isFalse();
        assertThat(stored()).doesNotContain("correct horse");

        String tag = tag("user-confirm");
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag + "'}").is(204);

        assertThat(accounts.confirmed).contains("account-of-" + name);
        assertThat(get(admin, "/user/" + made.id()).body().get("activated").asBoolean())
                .isTrue();
        assertThat(templates()).contains("user-registered");
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag + "'}").fails(422, "tag");
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': 'guessed'}").fails(422, "tag");
        post(Principal.ANONYMOUS, "/user/activate", "{}").fails(400, "tag");
    }

    @Test
    void what_is_wrong_with_a_registration_is_said() {
        String name = unique("visitor");

        post(Principal.ANONYMOUS, "/user", visitor(name, ", 'userRole': 'ROLE_ADMIN'"))
                .is(403);
        post(Principal.ANONYMOUS, "/user", visitor(name, "").replace("correct horse", ""))
                .fails(400, "password");
        post(Principal.ANONYMOUS, "/user", visitor(name, "").replace("true", "false"))
                .fails(422, "acceptedTerms");
        post(Principal.ANONYMOUS, "/user", visitor(name, "").replace(name + "@", "@"))
                .fails(400, "email");
        post(Principal.ANONYMOUS, "/user", visitor(name, ", 'userRole': 'ROLE_VENDOR'"))
                .fails(400, "companyName");
        post(Principal.ANONYMOUS, "/user", visitor(customer.userName(), "")).fails(409, "userName");
        post(Principal.ANONYMOUS, "/user", visitor(name, "").replace(name + "@people.example", customer.email()))
                .fails(409, "email");
        assertThat(accounts.saved).doesNotContainKey("account-of-" + name);
        get(customer, "/user/email=" + name + "@people.example").is(404);
    }

    @Test
    void nobody_takes_another_s_address_for_his_name() {
        String taken = customer.email();
        String name = unique("thief");
        String free = "'email': '" + name + "@people.example'";

        post(Principal.ANONYMOUS, "/user", visitor(name, "").replace("'userName': '" + name, "'userName': '" + taken))
                .fails(409, "userName");
        jdbc.sql("update cmw.\"user\" set user_name = ? where id = ?")
                .params(name + "@people.example", stranger.userId())
                .update();
        post(Principal.ANONYMOUS, "/user", visitor(name, "")).fails(409, "email");
        post(Principal.ANONYMOUS, "/user", visitor(name, "").replace(free, "'email': '" + name + "@else.example'"))
                .is(201);
    }

    @Test
    void while_the_identity_provider_is_away_nobody_is_registered_and_later_it_goes() {
        String name = unique("visitor");
        accounts.away = true;

        post(Principal.ANONYMOUS, "/user", visitor(name, "")).is(503);
        get(admin, "/user/email=" + name + "@people.example").is(404);
        assertThat(templates()).isEmpty();

        accounts.away = false;
        post(Principal.ANONYMOUS, "/user", visitor(name, "")).is(201);
    }

    @Test
    void a_vendor_waits_until_staff_lets_it_in() throws Exception {
        String name = unique("seller");
        Answer made = post(
                        Principal.ANONYMOUS,
                        "/user",
                        visitor(name, ", 'userRole': 'ROLE_VENDOR', 'companyName': 'Acme " + name + "'"))
                .is(201);
        String company = made.text("/company/url");

        assertThat(templates()).containsExactlyInAnyOrder("user-confirm", "vendor-registered", "vendor-to-approve");
        assertThat(users.byLogin(name)).isEmpty();
        get(Principal.ANONYMOUS, "/" + company).is(404);
        patch(customer, "/" + company, "{'action': 'APPROVE'}").is(404);
        patch(supervisor, "/" + company, "{'action': 'APPROVE'}").is(204);

        assertThat(templates()).contains("vendor-approved");
        assertThat(users.byLogin(name)).isPresent();
        get(Principal.ANONYMOUS, "/" + company).is(200);
        patch(supervisor, "/" + company, "{'action': 'BLOCK'}").is(403);
    }

    @Test
    void whom_an_administrator_registers_chooses_his_password_by_e_mail() throws Exception {
        String name = unique("invited");
        String body = "{'userName': '" + name + "', 'email': '" + name
                + "@people.example', 'name': 'M', 'surname': 'N', 'userRole': 'ROLE_VENDOR'}";
        Answer made = post(admin, "/user", body).is(201);

        assertThat(made.body().get("activated").asBoolean()).isTrue();
        assertThat(types()).contains("AccountConfirmed");
        String tag = tag("user-invited");
        post(Principal.ANONYMOUS, "/user/password/reset", "{'tag': '" + tag + "', 'password': 'chosen by me'}")
                .is(204);
        assertThat(accounts.saved.get("account-of-" + name).password()).isEqualTo("chosen by me");
    }

    @Test
    void the_recovery_of_a_password_does_not_say_who_is_known() {
        Answer known = post(Principal.ANONYMOUS, "/user/password/recovery", identifier(customer.userName()));
        Answer unknown = post(Principal.ANONYMOUS, "/user/password/recovery", identifier(unique("nobody")));

        assertThat(known.is(204).response().getHeaders().toSingleValueMap().keySet())
                .isEqualTo(unknown.is(204)
                        .response()
                        .getHeaders()
                        .toSingleValueMap()
                        .keySet());
        assertThat(templates()).containsExactly("user-password-recovery");
    }

    @Test
    void the_recovery_of_a_password_is_in_the_name_of_the_reseller_that_sells_to_him() throws Exception {
        int seller = reseller(unique("seller"));
        int other = reseller(unique("other"));
        int company = company("CUSTOMER", unique("buyer"), seller);
        jdbc.sql("update cmw.\"user\" set company_id = ? where id = ?")
                .params(company, customer.userId())
                .update();
        String name = name(seller);

        for (String named : List.of("" + seller, "reseller/" + seller, "company/" + seller, name)) {
            assertThat(brandOfRecovery(customer, "?reseller=" + named)).isEqualTo(name);
        }
        assertThat(brandOfRecovery(vendor, "?reseller=" + seller)).isEqualTo("Bazaar");
        assertThat(brandOfRecovery(stranger, "")).isEqualTo("Bazaar");
        assertThat(brandOfRecovery(supervisor, "?reseller=" + other)).isEqualTo("Bazaar");
    }

    @Test
    void who_is_no_reseller_is_refused_before_anything_happens() throws Exception {
        int blocked = reseller(unique("blocked"));
        jdbc.sql("update cmw.company set enabled = false where id = ?")
                .param(blocked)
                .update();
        String recovery = "/user/password/recovery?reseller=";

        for (String named : List.of("999999999", "company/" + blocked, "user/1", "nobody", "'--")) {
            post(Principal.ANONYMOUS, recovery + named, identifier(customer.email()))
                    .fails(422, "reseller");
        }
        assertThat(templates()).isEmpty();
        post(Principal.ANONYMOUS, "/user/password/recovery", identifier(customer.email()))
                .is(204);
        String body = "{'tag': '" + tag("user-password-recovery") + "', 'password': 'a new one'}";
        post(Principal.ANONYMOUS, "/user/password/reset?reseller=nobody", body).fails(422, "reseller");
        post(Principal.ANONYMOUS, "/user/password/reset", body).is(204);
    }

    private int reseller(String name) {
        return company("RESELLER", name, company("DISTRIBUTOR", name + "-above", null));
    }

    private int company(String kind, String name, Integer parent) {
        return jdbc.sql("insert into cmw.company (kind, name, slug, email_address, parent_id)"
                        + " values (?, ?, ?, 'office@seller.example', cast(? as int)) returning id")
                .params(kind, name, name, parent)
                .query(Integer.class)
                .single();
    }

    private String name(int company) {
        return jdbc.sql("select name from cmw.company where id = ?")
                .param(company)
                .query(String.class)
                .single();
    }

    private String brandOfRecovery(Principal who, String query) {
        post(Principal.ANONYMOUS, "/user/password/recovery" + query, identifier(who.email()))
                .is(204);
        return jdbc.sql("select payload::jsonb #>> '{brand,marketplace}' from cmw.outbox"
                        + " where type = 'EmailRequested' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void a_recovery_that_is_asked_for_too_often_is_refused_for_the_unknown_too() {
        for (String who : List.of(customer.email(), unique("nobody"))) {
            for (int i = 0; i < 5; i++) {
                post(Principal.ANONYMOUS, "/user/password/recovery", identifier(who))
                        .is(204);
            }
            Answer refused = post(Principal.ANONYMOUS, "/user/password/recovery", identifier(who))
                    .is(429);
            assertThat(refused.response().getHeaders())
                    .containsKeys("X-Rate-Limit-Remaining", "X-Rate-Limit-Retry-After-Milliseconds", "Retry-After");
        }
    }

    @Test
    void a_new_password_ends_the_old_tokens_and_its_link_is_good_once() throws Exception {
        String token = users.issueToken(customer.userId(), false);
        post(Principal.ANONYMOUS, "/user/password/recovery", identifier(customer.email()))
                .is(204);
        String tag = tag("user-password-recovery");
        String body = "{'tag': '" + tag + "', 'password': 'a new one'}";

        accounts.away = true;
        post(Principal.ANONYMOUS, "/user/password/reset", body).is(503);
        assertThat(users.byToken(token)).isPresent();
        accounts.away = false;
        post(Principal.ANONYMOUS, "/user/password/reset", body).is(204);

        assertThat(users.byToken(token)).isEmpty();
        assertThat(templates()).contains("user-password-changed");
        assertThat(stored()).doesNotContain("a new one");
        post(Principal.ANONYMOUS, "/user/password/reset", body).fails(422, "tag");
        assertThat(get(customer, "/user/" + customer.userId() + "/changelog").text("/commits/0/changes/0/property"))
                .isEqualTo("password");
    }

    @Test
    void who_has_not_confirmed_his_address_gets_another_e_mail() {
        post(customer, "/user/verification", null).fails(409, "already-activated");
        jdbc.sql("update cmw.\"user\" set activated = false where id = ?")
                .param(customer.userId())
                .update();

        post(customer, "/user/verification", null).is(204);
        assertThat(templates()).containsExactly("user-confirm");
        post(Principal.ANONYMOUS, "/user/verification", null).is(401);
    }

    @Test
    void another_address_of_his_own_counts_once_he_has_shown_that_he_reads_it() throws Exception {
        jdbc.sql("update cmw.\"user\" set keycloak_id = 'kc-' || id where id = ?")
                .param(customer.userId())
                .update();
        String address = unique("new") + "@people.example";
        post(Principal.ANONYMOUS, "/user/password/recovery", identifier(customer.email()))
                .is(204);
        String recovery = tag("user-password-recovery");

        patch(customer, "/user/" + customer.userId(), "{'email': '" + address + "', 'surname': 'King'}")
                .is(204);

        assertThat(me().text("/email")).isEqualTo(customer.email());
        assertThat(me().text("/surname")).isEqualTo("King");
        assertThat(recipient("user-confirm-address")).isEqualTo(address);
        String tag = tag("user-confirm-address");
        jdbc.sql("delete from cmw.outbox").update();
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag + "'}").is(204);

        assertThat(me().text("/email")).isEqualTo(address);
        assertThat(account()).isEqualTo(address);
        assertThat(accounts.addresses).containsEntry("kc-" + customer.userId(), address);
        assertThat(recipient("user-address-changed")).isEqualTo(customer.email());
        assertThat(users.byLogin(address)).isPresent();
        Answer log = get(customer, "/user/" + customer.userId() + "/changelog").is(200);
        assertThat(log.text("/commits/1/changes/0/property")).isEqualTo("email");
        assertThat(log.text("/commits/1/changes/0/right")).isEqualTo(address);
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag + "'}").fails(422, "tag");
        post(
                        Principal.ANONYMOUS,
                        "/user/password/reset",
                        "{'tag': '" + recovery + "', 'password': 'of the old mailbox'}")
                .fails(422, "tag");
    }

    @Test
    void an_address_is_not_taken_from_somebody_else_nor_by_somebody_who_acts_for_him() throws Exception {
        String path = "/user/" + customer.userId();
        Principal acting = new Principal(
                customer.userId(), customer.userName(), customer.email(), "", "en", Role.USER, null, "supervisor");

        patch(customer, path, "{'email': '" + stranger.email() + "'}").fails(409, "email");
        patch(acting, path, "{'email': 'mine@people.example'}").is(403);
        patch(stranger, path, "{'email': 'mine@people.example'}").is(404);
        assertThat(templates()).isEmpty();

        String address = unique("wanted") + "@people.example";
        patch(customer, path, "{'email': '" + address + "'}").is(204);
        String tag = tag("user-confirm-address");
        jdbc.sql("update cmw.\"user\" set email = ? where id = ?")
                .params(address, stranger.userId())
                .update();
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag + "'}").fails(409, "email");
        assertThat(me().text("/email")).isEqualTo(customer.email());
    }

    @Test
    void an_address_that_another_account_has_is_refused_and_nothing_has_changed() throws Exception {
        String address = unique("wanted") + "@people.example";
        String tag = "{'tag': '" + askFor(address) + "'}";

        accounts.taken = address;
        post(Principal.ANONYMOUS, "/user/activate", tag).fails(409, "email");
        accounts.away = true;
        post(Principal.ANONYMOUS, "/user/activate", tag).is(503);

        assertThat(me().text("/email")).isEqualTo(customer.email());
        assertThat(templates()).doesNotContain("user-address-changed");
        assertThat(commands()).isZero();
        accounts.taken = null;
        accounts.away = false;
        post(Principal.ANONYMOUS, "/user/activate", tag).is(204);
        assertThat(me().text("/email")).isEqualTo(address);
    }

    @Test
    void an_address_that_somebody_took_in_the_last_moment_is_taken_back_from_the_account() throws Exception {
        String address = unique("wanted") + "@people.example";
        String tag = askFor(address);
        accounts.afterMove = () -> jdbc.sql("update cmw.\"user\" set email = ? where id = ?")
                .params(address, stranger.userId())
                .update();

        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag + "'}").fails(409, "email");

        assertThat(me().text("/email")).isEqualTo(customer.email());
        assertThat(account()).isEqualTo(customer.email());
    }

    @Test
    void who_has_no_account_gets_his_address_all_the_same() throws Exception {
        String address = unique("new") + "@people.example";
        patch(customer, "/user/" + customer.userId(), "{'email': '" + address + "'}")
                .is(204);

        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + tag("user-confirm-address") + "'}")
                .is(204);

        assertThat(me().text("/email")).isEqualTo(address);
        assertThat(commands()).isZero();
    }

    /** The token that the e-mail to the address holds. */
    private String askFor(String address) throws Exception {
        jdbc.sql("update cmw.\"user\" set keycloak_id = 'kc-' || id where id = ?")
                .param(customer.userId())
                .update();
        patch(customer, "/user/" + customer.userId(), "{'email': '" + address + "'}")
                .is(204);
        return tag("user-confirm-address");
    }

    private int commands() {
        return jdbc.sql("select count(*) from cmw.outbox where type = 'AccountChanged'")
                .query(Integer.class)
                .single();
    }

    @Test
    void nobody_fills_the_mailboxes_of_others() throws Exception {
        String path = "/user/" + customer.userId();
        for (int i = 0; i < 5; i++) {
            patch(customer, path, "{'email': '" + unique("other") + "@people.example'}")
                    .is(204);
        }
        String last = tag("user-confirm-address");

        patch(customer, path, "{'email': '" + unique("other") + "@people.example', 'surname': 'King'}")
                .is(429);

        assertThat(me().text("/surname")).isEqualTo("Byron");
        assertThat(templates()).hasSize(5);
        post(Principal.ANONYMOUS, "/user/activate", "{'tag': '" + last + "'}").is(204);
    }

    private Answer me() {
        return get(customer, "/user/" + customer.userId()).is(200);
    }

    private String recipient(String template) {
        return jdbc.sql("select payload::jsonb #>> '{to,email}' from cmw.outbox where payload::jsonb ->> 'template' = ?"
                        + " order by id desc limit 1")
                .param(template)
                .query(String.class)
                .single();
    }

    /** The address that the account is to have. */
    private String account() {
        return jdbc.sql("select payload::jsonb ->> 'email' from cmw.outbox where type = 'AccountChanged'"
                        + " order by id desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void who_did_what_to_a_user_is_recorded_under_both_names() {
        Principal acting = new Principal(
                customer.userId(), customer.userName(), customer.email(), "", "en", Role.USER, null, "supervisor");
        patch(acting, "/user/" + customer.userId(), "{'phoneNumber': '+39 1'}").is(204);

        Answer log = get(customer, "/user/" + customer.userId() + "/changelog").is(200);
        assertThat(log.text("/commits/0/properties/author")).isEqualTo("supervisor as " + customer.userName());
        assertThat(log.text("/commits/0/changes/0/property")).isEqualTo("phoneNumber");
        assertThat(log.text("/commits/0/changes/0/right")).isEqualTo("+39 1");
        get(stranger, "/user/" + customer.userId() + "/changelog").is(404);
    }

    @Test
    void an_account_follows_its_user() {
        jdbc.sql("update cmw.\"user\" set keycloak_id = 'kc-' || id where id = ?")
                .param(customer.userId())
                .update();

        patch(customer, "/user/" + customer.userId(), "{'phoneNumber': '+39 1'}")
                .is(204);
        assertThat(types()).isEmpty();
        patch(admin, "/user/" + customer.userId(), "{'action': 'BLOCK'}").is(204);
        assertThat(types()).containsExactly("AccountChanged");
        delete(admin, "/user/" + customer.userId()).is(204);
        assertThat(types()).containsExactly("AccountChanged", "AccountRemoved");
    }

    @Test
    void users_are_found_by_their_id_elsewhere_and_by_what_is_typed() {
        String external = unique("crm");
        jdbc.sql("update cmw.\"user\" set external_id = ?, surname = ? where id = ?")
                .params(external, "Zz" + external, customer.userId())
                .update();

        assertThat(get(admin, "/user/externalId/" + external).is(200).id()).isEqualTo(customer.userId());
        get(stranger, "/user/externalId/" + external).is(404);
        assertThat(get(admin, "/user/typeahead/zz" + external).is(200).body()).hasSize(1);
        assertThat(get(admin, "/user/typeahead/zz" + external + "?role=ROLE_VENDOR")
                        .body())
                .isEmpty();
        assertThat(get(stranger, "/user/typeahead/zz" + external).body()).isEmpty();
    }

    @Test
    void all_that_is_known_about_somebody_is_a_zip_for_him_and_administrators() throws Exception {
        String path = "/user/" + customer.userId() + "/export";
        jdbc.sql("update cmw.\"user\" set phone_number = '+39 777' where id = ?")
                .param(customer.userId())
                .update();
        users.issueToken(customer.userId(), false);

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(customer, path)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                JsonNode rows = JSON.readTree(zip.readAllBytes());
                assertThat(rows.isArray()).isTrue();
                names.add(entry.getName());
                if (entry.getName().equals("user.json")) {
                    assertThat(rows.at("/0/phone_number").asText()).isEqualTo("+39 777");
                }
                if (entry.getName().equals("logins.json")) {
                    assertThat(rows).hasSize(1);
                    assertThat(rows.toString()).doesNotContain("hash");
                }
            }
        }
        assertThat(names)
                .contains("user.json", "orders.json", "invoices.json", "subscriptions.json", "notifications.json");
        export(stranger, path).is(404);
        export(supervisor, path).is(403);
        export(Principal.ANONYMOUS, path).is(401);
        assertThat(bytes(admin, path)).isNotEmpty();
    }

    @Test
    void an_erased_user_is_nobody_and_his_address_is_free() {
        delete(admin, "/user/" + customer.userId()).is(204);

        assertThat(jdbc.sql("select email from cmw.\"user\" where id = ?")
                        .param(customer.userId())
                        .query(String.class)
                        .single())
                .isEqualTo("erased-" + customer.userId() + "@erased.invalid");
        post(Principal.ANONYMOUS, "/user", visitor(customer.userName(), "")).is(201);
    }

    private static String visitor(String name, String more) {
        return "{'userName': '" + name + "', 'email': '" + name + "@people.example', 'name': 'Vi', 'surname': 'Sitor',"
                + " 'password': 'correct horse', 'acceptedTerms': true" + more + "}";
    }

    private static String identifier(String who) {
        return "{'identifier': '" + who + "'}";
    }

    /** Of a call that is refused: what it says is JSON all the same. */
    private Answer export(Principal who, String path) {
        HttpHeaders all = new HttpHeaders();
        all.set("Accept", "*/*");
        return call(who, HttpMethod.GET, path, null, all);
    }

    private byte[] bytes(Principal who, String path) {
        return bytes(who, path, new HttpHeaders());
    }

    private List<String> templates() {
        return jdbc.sql(
                        "select payload::jsonb ->> 'template' from cmw.outbox where type = 'EmailRequested' order by id")
                .query(String.class)
                .list();
    }

    private List<String> types() {
        return jdbc.sql("select type from cmw.outbox where destination = 'queue.identity.commands' order by id")
                .query(String.class)
                .list();
    }

    /** All that the database holds of what was written last, as text. */
    private String stored() {
        return String.join(
                "\n",
                jdbc.sql("select cast(o as text) from cmw.outbox o union all select cast(u as text) from cmw.\"user\" u"
                                + " union all select cast(c as text) from cmw.changelog c"
                                + " union all select cast(t as text) from cmw.user_token t")
                        .query(String.class)
                        .list());
    }

    /** The token in the last e-mail of this kind. */
    private String tag(String template) throws Exception {
        String payload = jdbc.sql("select payload from cmw.outbox where payload::jsonb ->> 'template' = ?"
                        + " order by id desc limit 1")
                .param(template)
                .query(String.class)
                .single();
        String url = JSON.readTree(payload).at("/model/url").asText();
        assertThat(url).contains("?tag=");
        return url.substring(url.indexOf('=') + 1);
    }
}
