package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.identity.UserDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

class PeopleApiTest extends ApiTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ada@home";

    @Autowired
    UserDirectory users;

    @Test
    void everybody_reads_himself() {
        Answer me = get(customer, "/user/me").is(200);

        assertThat(me.id()).isEqualTo(customer.userId());
        assertThat(me.text("/self")).isEqualTo("user/" + customer.userId());
        assertThat(me.text("/userRole")).isEqualTo("ROLE_USER");
        assertThat(me.text("/fullName")).isEqualTo("Ada Byron");
        assertThat(me.body().has("password")).isFalse();
        get(Principal.ANONYMOUS, "/user/me").is(401);
    }

    @Test
    void one_sees_oneself_ones_colleagues_and_as_staff_everybody() {
        Principal colleague = user(Role.VENDOR, vendor.companyId());
        String path = "/user/" + vendor.userId();

        get(vendor, path).is(200);
        get(colleague, path).is(200);
        get(supervisor, path).is(200);
        get(rival, path).is(404);
        get(customer, path).is(404);
        get(customer, "/user/999999").is(404);
        assertThat(get(customer, "/user").body()).hasSize(1);
        assertThat(get(vendor, "/user").body()).hasSize(2);
        assertThat(get(admin, "/user?companyId=" + vendor.companyId() + "&role=ROLE_VENDOR&disabled=false")
                        .body())
                .hasSize(2);
        assertThat(get(admin, "/user?textField=" + customer.userName()).body()).isNotEmpty();
        assertThat(get(admin, "/user/email=" + customer.email().toUpperCase(java.util.Locale.ROOT))
                        .is(200)
                        .id())
                .isEqualTo(customer.userId());
        get(stranger, "/user/email=" + customer.email()).is(404);
    }

    @Test
    void one_changes_what_is_ones_own_and_not_ones_standing() {
        String path = "/user/" + customer.userId();
        String body = user(
                customer,
                "'language': 'it', 'publicKey': '" + KEY
                        + "', 'address': {'address': 'Via 1', 'city': 'Pisa', 'zipCode': '56100', 'countryCode': 'IT'}");

        Answer changed = put(customer, path, body).is(200);

        assertThat(changed.text("/publicKey")).isEqualTo(KEY);
        assertThat(changed.text("/address/city")).isEqualTo("Pisa");
        assertThat(get(customer, "/user/isMyAddressValid").is(200).body().asBoolean())
                .isTrue();
        assertThat(get(stranger, "/user/isMyAddressValid").is(200).body().asBoolean())
                .isFalse();
        put(customer, path, user(customer, "'userRole': 'ROLE_ADMIN'")).is(403);
        put(customer, path, user(customer, "'company': {'url': 'company/" + vendor.companyId() + "'}"))
                .is(403);
        assertThat(put(customer, path, body.replace(customer.email(), "other@people.example"))
                        .is(200)
                        .text("/email"))
                .as("until he has shown that it is his")
                .isEqualTo(customer.email());
        patch(customer, path, "{'action': 'BLOCK'}").is(403);
        put(stranger, path, body).is(404);
        put(supervisor, path, body).is(403);
    }

    @Test
    void what_only_the_platform_says_of_a_user_is_not_taken_from_a_request() {
        String path = "/user/" + customer.userId();
        JsonNode before = get(customer, path).body();

        patch(
                        customer,
                        path,
                        "{'id': " + admin.userId() + ", 'self': 'user/1', 'activationDate': '2020-01-01T00:00:00Z',"
                                + " 'keycloakAuthenticated': true, 'creationDate': '2020-01-01T00:00:00Z',"
                                + " 'canCreate': ['ROLE_ADMIN'], 'canImpersonate': ['ROLE_ADMIN'],"
                                + " 'password': 'another password', 'companyName': 'Mine'}")
                .is(204);

        assertThat(get(customer, path).body()).isEqualTo(before);
        patch(customer, path, "{'externalId': 'crm-1'}").is(403);
        patch(customer, path, "{'userRole': 'ROLE_SUPERADMIN'}").is(403);
        patch(admin, "/user/" + admin.userId(), "{'userRole': 'ROLE_SUPERADMIN'}")
                .is(403);
        patch(admin, path, "{'userRole': 'ROLE_SUPERADMIN'}").is(403);
        patch(admin, "/user/" + superadmin.userId(), "{'action': 'BLOCK'}").is(403);
        delete(admin, "/user/" + superadmin.userId()).is(403);
    }

    @Test
    void who_acts_for_another_changes_neither_his_address_nor_his_role() {
        Principal acting = new Principal(
                customer.userId(),
                customer.userName(),
                customer.email(),
                customer.fullName(),
                "en",
                Role.USER,
                null,
                supervisor.userName());
        String path = "/user/" + customer.userId();

        patch(acting, path, "{'email': 'mine@people.example'}").is(403);
        patch(acting, path, "{'userRole': 'ROLE_VENDOR'}").is(403);
        patch(acting, path, "{'password': 'another password'}").is(204);
        post(acting, "/login", null).is(403);
    }

    @Test
    void what_is_no_public_key_is_refused_with_the_reason() {
        String path = "/user/" + customer.userId();

        patch(customer, path, "{'publicKey': 'ssh-ed25519 AAAA'}").fails(400, "publicKey");
        patch(customer, path, "{'publicKey': 'hello'}").fails(400, "publicKey");
        patch(customer, path, "{'publicKey': '" + KEY + "'}").is(204);
        patch(customer, path, "{'publicKey': null}").is(204);
        assertThat(get(customer, path).body().has("publicKey")).isFalse();
        patch(customer, path, "{'address': {'state': 'Toscana'}, 'language': 'italian'}")
                .fails(400, "address.state");
    }

    @Test
    void what_a_user_must_have_is_not_blank_and_codes_are_those_of_iso() {
        String path = "/user/" + customer.userId();

        for (String field : new String[] {"name", "surname"}) {
            for (String blank : new String[] {"", "  "}) {
                assertThat(patch(customer, path, "{'" + field + "': '" + blank + "'}")
                                .is(400)
                                .text("/errorHolders/0/extraFields/field"))
                        .isEqualTo(field);
            }
        }
        String made = "{'userName': '" + unique("made") + "', 'email': '" + unique("made")
                + "@people.example', 'name': '', 'surname': 'N', 'userRole': 'ROLE_RESELLER'}";
        post(admin, "/user", made).fails(400, "Field name:");
        for (String language : new String[] {"-1", "xx", "\ud83d\ude00"}) {
            patch(customer, path, "{'language': '" + language + "'}").fails(400, "Field language:");
        }
        for (String country : new String[] {"QQ", "-1"}) {
            patch(customer, path, "{'address': {'countryCode': '" + country + "'}}")
                    .fails(400, "Field address.countryCode:");
        }
        patch(customer, path, "{'language': 'de', 'address': {'countryCode': 'DE'}}")
                .is(204);
    }

    @Test
    void who_has_a_name_already_is_told_which_field_has_it() {
        String body = "{'userName': '" + unique("twice") + "', 'email': '" + unique("twice")
                + "@people.example', 'name': 'M', 'surname': 'N', 'userRole': 'ROLE_RESELLER'}";
        post(admin, "/user", body).is(201);

        assertThat(post(admin, "/user", body).is(409).text("/errorHolders/0/extraFields/field"))
                .isEqualTo("userName");
    }

    @Test
    void administrators_make_users_of_the_roles_they_may_give() {
        String name = unique("made");
        String body = "{'userName': '" + name + "', 'email': '" + name
                + "@people.example', 'name': 'M', 'surname': 'N', 'userRole': 'ROLE_RESELLER'}";

        Answer made = post(admin, "/user", body).is(201);
        assertThat(made.text("/userRole")).isEqualTo("ROLE_RESELLER");
        post(admin, "/user", body).is(409);
        post(admin, "/user", body.replace(name, unique("extra")).replace("RESELLER", "SUPERADMIN"))
                .is(403);
        post(superadmin, "/user", body.replace(name, unique("extra")).replace("RESELLER", "ADMIN"))
                .is(201);
        post(supervisor, "/user", body.replace(name, unique("extra"))).is(403);
        post(admin, "/user", body.replace(name, "x")).fails(400, "userName");
        post(admin, "/user", body.replace("ROLE_RESELLER", "ROLE_KING")).fails(400, "userRole");
        post(admin, "/user", body.replace(name, unique("made")).replace("{", "{'company': {'url': 'company/999999'}, "))
                .fails(422, "company/999999");
    }

    @Test
    void a_blocked_user_loses_his_tokens() {
        String token = users.issueToken(customer.userId(), false);
        assertThat(users.byToken(token)).isPresent();

        patch(admin, "/user/" + customer.userId(), "{'action': 'BLOCK'}").is(204);
        assertThat(users.byToken(token)).isEmpty();
        patch(admin, "/user/" + customer.userId(), "{'action': 'UNBLOCK'}").is(204);
        assertThat(users.byToken(token)).isEmpty();
        patch(admin, "/user/" + superadmin.userId(), "{'action': 'BLOCK'}").is(403);
    }

    @Test
    void a_removed_user_is_gone() {
        delete(customer, "/user/" + customer.userId()).is(403);
        delete(admin, "/user/" + customer.userId()).is(204);

        get(admin, "/user/" + customer.userId()).is(404);
        assertThat(users.byLogin(customer.userName())).isEmpty();
    }

    @Test
    void the_role_is_confirmed_or_denied() {
        get(customer, "/user/amIUser").is(204);
        get(vendor, "/user/amIVendor").is(204);
        get(supervisor, "/user/amISupervisor").is(204);
        get(admin, "/user/amIAdmin").is(204);
        get(admin, "/user/amIVendorOrAdmin").is(204);
        get(vendor, "/user/amIAdmin").is(403);
        get(customer, "/user/amIVendorOrAdmin").is(403);
        get(Principal.ANONYMOUS, "/user/amIUser").is(401);
    }

    @Test
    void a_login_answers_a_token_as_a_json_string_and_a_logout_ends_it() {
        String shortLived =
                post(customer, "/login?expire=true", null).is(200).body().textValue();
        String permanent = post(customer, "/login", null).is(200).body().textValue();

        assertThat(List.of(shortLived, permanent))
                .allSatisfy(token -> assertThat(users.byToken(token))
                        .hasValueSatisfying(user -> assertThat(user.userId()).isEqualTo(customer.userId())));
        post(customer, "/login", null).is(200);
        assertThat(users.byToken(permanent)).isEmpty();
        post(customer, "/logout", null).is(204);
        assertThat(users.byToken(shortLived)).isEmpty();
        post(Principal.ANONYMOUS, "/login", null).is(401);
        post(Principal.ANONYMOUS, "/logout", null).is(401);
    }

    @Test
    void who_acts_for_another_gets_no_token_of_his() {
        Principal acting = new Principal(
                customer.userId(), customer.userName(), customer.email(), "", "en", Role.USER, null, "supervisor");

        post(acting, "/login", null).is(403);
        post(acting, "/logout", null).is(403);
    }

    @Test
    void a_vendors_company_is_public_in_what_it_says_of_itself() {
        String path = "/company/" + vendor.companyId();

        Answer seen = get(Principal.ANONYMOUS, path).is(200);
        assertThat(seen.body().has("notificationSecretToken")).isFalse();
        assertThat(seen.body().has("taxCode")).isFalse();
        assertThat(seen.body().get("users")).isEmpty();
        assertThat(get(rival, path).body()).isEqualTo(seen.body());
        Answer own = get(vendor, path).is(200);
        assertThat(own.text("/notificationSecretToken")).isEqualTo("hush");
        assertThat(own.text("/users/0/url")).isEqualTo("user/" + vendor.userId());
        assertThat(get(supervisor, path).text("/taxCode")).isEqualTo("T1");
        assertThat(get(supervisor, path).body().has("notificationSecretToken")).isFalse();
        assertThat(get(vendor, path + "?apiVersion=20200101").body().has("users"))
                .isFalse();
    }

    @Test
    void a_list_is_not_narrowed_by_what_its_reader_does_not_see() {
        String code = unique("TAX");
        jdbc.sql("update cmw.company set tax_code = ? where id = ?")
                .params(code, vendor.companyId())
                .update();

        for (Principal who : List.of(Principal.ANONYMOUS, customer, rival)) {
            assertThat(get(who, "/company?textField=" + code).body()).isEmpty();
            assertThat(call(who, HttpMethod.HEAD, "/company?textField=" + code, null)
                            .response()
                            .getHeaders()
                            .getFirst("CMW-TotalItems"))
                    .isEqualTo("0");
        }
        for (Principal who : List.of(vendor, supervisor)) {
            assertThat(get(who, "/company?textField=" + code).body()).hasSize(1);
        }
    }

    @Test
    void a_customers_company_is_known_to_its_people_and_staff() {
        int company = company("CUSTOMER");
        Principal member = user(Role.USER, company);

        get(member, "/company/" + company).is(200);
        get(supervisor, "/company/" + company).is(200);
        get(customer, "/company/" + company).is(404);
        get(vendor, "/company/" + company).is(404);
        get(customer, "/company/999999").is(404);
    }

    @Test
    void a_company_is_changed_by_its_people_and_blocked_by_administrators() {
        String path = "/company/" + vendor.companyId();
        String body = "{'name': 'New name', 'emailAddress': 'new@company.example'}";

        Answer changed = put(vendor, path, body).is(200);
        assertThat(changed.text("/name")).isEqualTo("New name");
        assertThat(changed.text("/notificationSecretToken")).isEqualTo("hush");
        put(rival, path, body).is(403);
        put(vendor, path, "{'name': '', 'emailAddress': 'nowhere'}").fails(400, "emailAddress");
        patch(vendor, path, "{'action': 'BLOCK'}").is(403);
        patch(admin, path, "{'action': 'BLOCK'}").is(204);
        get(customer, path).is(404);
    }

    @Test
    void administrators_make_companies_that_sell_or_buy() {
        String external = unique("erp");
        String body = "{'name': 'Made & Co', 'emailAddress': 'a@made.example', 'externalId': '" + external + "'}";

        post(vendor, "/company", body).is(403);
        Answer made = post(admin, "/company?type=CUSTOMER_COMPANY", body).is(201);
        assertThat(made.text("/slug")).startsWith("made-co");
        post(admin, "/company", body).fails(409, "Field externalId: there is already one");
        post(admin, "/company?type=SHOP", body).fails(400, "type");
        assertThat(get(admin, "/company/externalId=" + external).is(200).id()).isEqualTo(made.id());
        get(vendor, "/company/externalId=" + external).is(404);
        assertThat(get(admin, "/company?companyName=made%20%26&enabled=true").body())
                .isNotEmpty();
        delete(vendor, "/company/" + made.id()).is(404);
        delete(admin, "/company/" + made.id()).is(204);
        delete(admin, "/company/" + vendor.companyId()).is(409);
    }

    @Test
    void shelves_are_public_and_the_administrators() {
        String name = unique("Büro ");
        Answer made = post(admin, "/category", "{'name': '" + name + "', 'weight': 3}")
                .is(201);

        assertThat(made.text("/slug")).startsWith("buro-");
        get(Principal.ANONYMOUS, "/category/" + made.id()).is(200);
        assertThat(get(Principal.ANONYMOUS, "/category?pageSize=50").text("/0/weight"))
                .isNotEqualTo("0");
        post(admin, "/category", "{'name': '" + name + "'}").fails(409, "Field name: ");
        post(vendor, "/category", "{'name': 'x'}").is(403);
        post(admin, "/category", "{}").fails(400, "name");
        assertThat(put(admin, "/category/" + made.id(), "{'name': '" + unique("n") + "'}")
                        .is(200)
                        .text("/slug"))
                .isEqualTo(made.text("/slug"));
        delete(vendor, "/category/" + made.id()).is(403);
        delete(admin, "/category/" + made.id()).is(204);
    }

    private static String user(Principal who, String more) {
        return "{'userName': '" + who.userName() + "', 'email': '" + who.email()
                + "', 'name': 'Ada', 'surname': 'Byron', " + more + "}";
    }
}
