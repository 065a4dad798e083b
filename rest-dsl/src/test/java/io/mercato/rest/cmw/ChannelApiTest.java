package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** A distributor, its reseller, that one's customer; groups, notices, countries. */
class ChannelApiTest extends ApiTest {
    private Principal distributor;
    private Principal reseller;
    private Principal member;
    private int resellerCompany;
    private int customerCompany;

    @BeforeEach
    void channel() {
        int distributing = company("DISTRIBUTOR");
        distributor = user(Role.DISTRIBUTOR, distributing);
        resellerCompany =
                post(distributor, "/reseller", named("Bottega")).is(201).id();
        reseller = user(Role.RESELLER, resellerCompany);
        customerCompany =
                post(reseller, "/userCompany", named("Molino")).is(201).id();
        member = user(Role.USER, customerCompany);
    }

    @Test
    void each_makes_what_stands_below_itself() {
        Answer made = get(reseller, "/reseller/" + resellerCompany).is(200);
        assertThat(made.text("/distributors/0/url")).isEqualTo("distributor/" + distributor.companyId());
        assertThat(get(member, "/userCompany/" + customerCompany).text("/reseller/url"))
                .isEqualTo("reseller/" + resellerCompany);

        Answer byDistributor =
                post(distributor, "/userCompany", below(resellerCompany)).is(201);
        assertThat(byDistributor.text("/reseller/url")).isEqualTo("reseller/" + resellerCompany);
        post(distributor, "/userCompany", named("x")).fails(400, "reseller");
        post(user(Role.DISTRIBUTOR, company("DISTRIBUTOR")), "/userCompany", below(resellerCompany))
                .is(403);
        assertThat(post(supervisor, "/userCompany", below(resellerCompany))
                        .is(201)
                        .text("/reseller/url"))
                .isEqualTo("reseller/" + resellerCompany);
        post(supervisor, "/reseller", named("x")).is(403);
        post(reseller, "/reseller", named("x")).is(403);
        post(distributor, "/distributor", named("x")).is(403);
        post(vendor, "/userCompany", named("x")).is(403);
        post(member, "/userCompany", named("x")).is(403);
        post(Principal.ANONYMOUS, "/userCompany", named("x")).is(401);
        post(admin, "/distributor", named("New")).is(201);
        post(admin, "/reseller", named("x")).fails(422, "distributors");
        post(admin, "/reseller", named("x").replace("}", ", 'distributors': [{'url': 'distributor/999999'}]}"))
                .fails(422, "distributor/999999");
        post(admin, "/reseller", named("x").replace("}", ", 'distributors': [{'url': 'shop/1'}]}"))
                .fails(400, "distributors");
        post(
                        admin,
                        "/userCompany",
                        named("x").replace("}", ", 'reseller': {'url': 'reseller/" + distributor.companyId() + "'}}"))
                .fails(422, "reseller");
    }

    @Test
    void each_sees_its_own_and_no_peer_s() {
        Principal rivalReseller = user(
                Role.RESELLER,
                post(distributor, "/reseller", named("Rival")).is(201).id());

        for (Principal who : new Principal[] {member, reseller, distributor, supervisor, admin}) {
            get(who, "/userCompany/" + customerCompany).is(200);
            get(who, "/user/" + member.userId()).is(200);
        }
        for (Principal who :
                new Principal[] {rivalReseller, vendor, customer, user(Role.DISTRIBUTOR, company("DISTRIBUTOR"))}) {
            get(who, "/userCompany/" + customerCompany).is(404);
            get(who, "/user/" + member.userId()).is(404);
        }
        get(reseller, "/distributor/" + customerCompany).is(404);
        assertThat(get(reseller, "/userCompany").body()).hasSize(1);
        assertThat(get(distributor, "/reseller?distributorId=" + distributor.companyId())
                        .body())
                .hasSize(2);
        assertThat(get(distributor, "/reseller?textField=rival").body()).hasSize(1);
        assertThat(get(distributor, "/reseller?enabled=false").body()).isEmpty();
        assertThat(get(reseller, "/distributor/" + distributor.companyId())
                        .is(200)
                        .body()
                        .has("taxCode"))
                .isFalse();
    }

    @Test
    void who_sells_to_a_company_changes_and_blocks_it() {
        String path = "/userCompany/" + customerCompany;

        patch(reseller, path, "{'phoneNumber': '+39 5', 'italianElectronicInvoicing': {'sdiCode': 'ABC1234'}}")
                .is(204);
        assertThat(get(member, path).text("/italianElectronicInvoicing/sdiCode"))
                .isEqualTo("ABC1234");
        patch(member, path, "{'publicAdministration': true}").is(204);
        assertThat(get(member, path).text("/italianElectronicInvoicing/sdiCode"))
                .isEqualTo("ABC1234");
        patch(member, path, "{'delayedPayment': true}").is(403);
        post(reseller, "/userCompany", named("x").replace("}", ", 'delayedPayment': true}"))
                .is(403);
        patch(member, path, "{'vatExemption': {'declarationNumber': '17'}}").is(403);
        patch(reseller, path, "{'vatExemption': {'declarationNumber': '17'}}").is(204);
        patch(member, path, "{'phoneNumber': '+39 4'}").is(204);
        String bill = "{'billsToDistributor': true}";
        patch(reseller, "/reseller/" + resellerCompany, bill).is(403);
        patch(distributor, "/reseller/" + resellerCompany, bill).is(204);
        patch(distributor, "/distributor/" + distributor.companyId(), "{'products': [{'url': 'product/1'}]}")
                .is(403);
        patch(distributor, "/distributor/" + distributor.companyId(), "{'phoneNumber': '+39 1'}")
                .is(204);
        patch(admin, path, "{'delayedPayment': true}").is(204);
        patch(member, path, "{'action': 'BLOCK'}").is(403);
        patch(reseller, path, "{'action': 'BLOCK'}").is(204);
        assertThat(get(reseller, path).body().get("enabled").asBoolean()).isFalse();
        patch(distributor, path, "{'action': 'UNBLOCK'}").is(204);
        patch(reseller, path, "{'action': 'SELL'}").is(422);
        patch(supervisor, path, "{'phoneNumber': '+39 9'}").is(204);
        patch(supervisor, path, "{'delayedPayment': false}").is(403);
        patch(supervisor, path, "{'action': 'BLOCK'}").is(204);
        patch(supervisor, path, "{'action': 'UNBLOCK'}").is(204);
        patch(supervisor, "/reseller/" + resellerCompany, "{'phoneNumber': '+39 9'}")
                .is(403);
    }

    @Test
    void a_seller_who_changes_a_company_does_not_lose_its_secret() {
        jdbc.sql("update cmw.company set notification_secret_token = 'hush' where id = ?")
                .param(customerCompany)
                .update();

        patch(reseller, "/userCompany/" + customerCompany, "{'phoneNumber': '+39 6'}")
                .is(204);

        assertThat(get(reseller, "/userCompany/" + customerCompany).body().has("notificationSecretToken"))
                .isFalse();
        assertThat(get(member, "/userCompany/" + customerCompany).text("/notificationSecretToken"))
                .isEqualTo("hush");
    }

    @Test
    void integrators_keep_metadata_and_lists_are_had_as_csv() {
        String path = "/userCompany/" + customerCompany + "/metadata";
        put(reseller, path, "{'crm': '17'}").is(204);

        assertThat(get(member, path).text("/crm")).isEqualTo("17");
        put(reseller, path, "{'a/b c': '17'}").fails(400, "a/b c");
        delete(member, path + "/crm").is(204);
        assertThat(get(reseller, path).body()).isEmpty();
        get(customer, path).is(404);
        HttpHeaders csv = new HttpHeaders();
        csv.set("Accept", "text/csv");
        assertThat(text(reseller, "/userCompany", csv)).contains("name").contains("Molino");
        assertThat(text(reseller, "/user", csv)).contains("userName").doesNotContain("password");
        get(admin, "/user?role=FOO").fails(400, "role");
        get(admin, "/user?role=ROLE_VENDOR").is(200);
    }

    @Test
    void a_reseller_makes_the_people_of_its_customers() {
        String name = unique("member");
        String body = "{'userName': '" + name + "', 'email': '" + name
                + "@people.example', 'name': 'M', 'surname': 'N', 'company': {'url': 'company/" + customerCompany
                + "'}}";

        String made = "/user/" + post(reseller, "/user", body).is(201).id();
        patch(reseller, made, "{'phoneNumber': '+39 5', 'surname': 'O'}").is(204);
        assertThat(get(reseller, made).text("/surname")).isEqualTo("O");
        patch(reseller, made, "{'action': 'BLOCK'}").is(204);
        assertThat(get(reseller, made).body().get("enabled").asBoolean()).isFalse();
        patch(distributor, made, "{'action': 'UNBLOCK'}").is(204);
        patch(reseller, made, "{'userRole': 'ROLE_RESELLER'}").is(403);
        patch(reseller, made, "{'email': 'reseller@own.example'}").is(403);
        patch(reseller, made, "{'company': {'url': 'company/" + resellerCompany + "'}}")
                .is(403);
        patch(member, made, "{'action': 'BLOCK'}").is(403);
        patch(user(Role.RESELLER, company("RESELLER")), made, "{'action': 'BLOCK'}")
                .is(404);
        post(reseller, "/user", body.replace("company/" + customerCompany, "company/" + resellerCompany))
                .is(403);
        post(vendor, "/user", body).is(403);
    }

    @Test
    void a_company_goes_with_all_that_it_has_but_not_while_something_runs() {
        int company = vendor.companyId();
        delete(admin, "/company/" + company).is(409);
        delete(vendor, "/company/" + company + "?deep=true").is(403);
        delete(admin, "/company/" + company + "?deep=maybe").fails(400, "deep");
        delete(admin, "/company/" + resellerCompany + "?deep=true").fails(409, "still-a-parent");
        delete(admin, "/company/" + company + "?deep=true").is(204);

        get(admin, "/company/" + company).is(404);
        get(admin, "/user/" + vendor.userId()).is(404);
    }

    @Test
    void companies_are_reached_by_their_id_elsewhere_and_by_what_is_typed() {
        String external = unique("erp");
        int made = post(
                        admin,
                        "/company",
                        "{'name': 'Zzz" + external + "', 'emailAddress': 'a@b.example', 'externalId': '" + external
                                + "'}")
                .is(201)
                .id();

        assertThat(get(customer, "/company/typeahead/zz" + external).is(200).body())
                .hasSize(1);
        patch(admin, "/company/externalId=" + external, "{'phoneNumber': '+39 7'}")
                .is(204);
        assertThat(get(admin, "/company/" + made).text("/phoneNumber")).isEqualTo("+39 7");
        patch(vendor, "/company/externalId=" + external, "{'phoneNumber': '+39 8'}")
                .is(404);
        delete(vendor, "/company/externalId=" + external).is(404);
        delete(admin, "/company/externalId=" + external).is(204);
        get(admin, "/company/" + made).is(404);
    }

    @Test
    void a_customer_groups_its_people() {
        String body = "{'name': 'Office', 'identifier': 'office', 'userCompany': {'url': 'userCompany/"
                + customerCompany + "'}}";
        Answer made = post(member, "/companyGroup", body).is(201);

        post(member, "/companyGroup", body).is(409);
        post(customer, "/companyGroup", body).fails(422, "userCompany");
        assertThat(get(reseller, "/companyGroup?userCompanyId=" + customerCompany)
                        .body())
                .hasSize(1);
        get(customer, "/companyGroup/" + made.id()).is(404);
        put(reseller, "/companyGroup/" + made.id(), body.replace("Office", "Shop"))
                .is(200);
        assertThat(get(member, "/companyGroup/" + made.id()).text("/name")).isEqualTo("Shop");
        put(supervisor, "/companyGroup/" + made.id(), body.replace("Office", "Store"))
                .is(200);
        put(vendor, "/companyGroup/" + made.id(), body).is(404);
        delete(member, "/companyGroup/" + made.id()).is(204);
    }

    @Test
    void a_new_user_comes_into_no_other_company_and_no_other_company_s_group() {
        int foreign = post(
                        admin,
                        "/companyGroup",
                        "{'name': 'Office', 'identifier': 'office', 'userCompany': {'url': 'userCompany/"
                                + company("CUSTOMER") + "'}}")
                .is(201)
                .id();
        String name = unique("member");
        String body = "{'userName': '" + name + "', 'email': '" + name
                + "@people.example', 'name': 'M', 'surname': 'N', 'company': {'url': 'company/" + customerCompany
                + "'}, 'companyGroup': {'url': 'companyGroup/" + foreign + "'}}";

        post(reseller, "/user", body).fails(422, "companyGroup/" + foreign);
        patch(admin, "/user/" + member.userId(), "{'companyGroup': {'url': 'companyGroup/" + foreign + "'}}")
                .fails(422, "companyGroup/" + foreign);
        patch(member, "/user/" + member.userId(), "{'companyGroup': {'url': 'companyGroup/" + foreign + "'}}")
                .is(403);
        patch(reseller, "/userCompany/" + customerCompany, "{'reseller': {'url': 'reseller/999999'}}")
                .is(403);
        patch(member, "/userCompany/" + customerCompany, "{'users': [], 'id': 1, 'logoUrl': 'x'}")
                .is(204);
        assertThat(get(member, "/userCompany/" + customerCompany).id()).isEqualTo(customerCompany);
        assertThat(get(member, "/userCompany/" + customerCompany).body().get("users"))
                .hasSize(1);
    }

    @Test
    void the_company_that_runs_the_platform_is_not_removed() {
        int platform = jdbc.sql("select company_id from cmw.marketplace limit 1")
                .query(Integer.class)
                .single();

        delete(superadmin, "/company/" + platform + "?deep=true").fails(409, "company-runs-the-platform");
        delete(superadmin, "/company/" + platform).fails(409, "company-runs-the-platform");
        get(superadmin, "/company/" + platform).is(200);
    }

    @Test
    void the_panel_tells_each_role_what_is_for_it_in_its_time() {
        String message = unique("Maintenance ");
        Answer made = post(admin, "/notification", "{'message': '" + message + "', 'userRoles': ['ROLE_VENDOR']}")
                .is(201);
        Answer past = post(
                        admin,
                        "/notification",
                        "{'message': 'over', 'start': '2020-01-01T00:00:00Z', 'end': '2020-01-02T00:00:00Z'}")
                .is(201);
        Answer later = post(admin, "/notification", "{'message': 'later', 'start': '2090-01-01T00:00:00Z'}")
                .is(201);

        get(vendor, "/notification/" + made.id()).is(200);
        get(customer, "/notification/" + made.id()).is(404);
        get(customer, "/notification/" + later.id()).is(404);
        get(admin, "/notification/" + later.id()).is(200);
        assertThat(get(vendor, "/notification?pageSize=50").body().toString())
                .contains(message)
                .doesNotContain("over");
        assertThat(get(vendor, "/notification?expired=true&pageSize=50").body().findValuesAsText("self"))
                .contains("notification/" + past.id());
        post(vendor, "/notification", "{'message': 'x'}").is(403);
        post(admin, "/notification", "{'message': ''}").fails(400, "message");
        post(admin, "/notification", "{'message': 'x', 'start': '2020-01-02T00:00:00Z', 'end': '2020-01-01T00:00:00Z'}")
                .fails(422, "end");
        delete(vendor, "/notification/" + made.id()).is(403);
        delete(admin, "/notification/" + made.id()).is(204);
        get(Principal.ANONYMOUS, "/notification").is(401);
    }

    @Test
    void what_is_told_to_one_user_only_he_sees_and_removes() {
        int id = jdbc.sql("insert into cmw.notification (message, user_id, about) values ('Ready', ?, 'subscription/7')"
                        + " returning id")
                .param(customer.userId())
                .query(Integer.class)
                .single();

        assertThat(get(customer, "/notification/" + id).is(200).text("/about/url"))
                .isEqualTo("subscription/7");
        get(stranger, "/notification/" + id).is(404);
        get(admin, "/notification/" + id).is(404);
        put(customer, "/notification/" + id, "{'message': 'x'}").is(403);
        delete(customer, "/notification/" + id).is(204);
    }

    @Test
    void countries_are_named_in_the_language_that_is_asked_for() {
        assertThat(get(Principal.ANONYMOUS, "/countryCodes?language=it&country=DE")
                        .is(200)
                        .text("/country"))
                .isEqualTo("Germania");
        assertThat(get(Principal.ANONYMOUS, "/countryCodes?language=en&country=germany")
                        .text("/countryCode"))
                .isEqualTo("DE");
        Answer all = get(Principal.ANONYMOUS, "/countryCodes?language=it").is(200);
        assertThat(all.response().getHeaders().getFirst("CMW-TotalItems"))
                .isEqualTo(Integer.toString(all.body().size()));
        assertThat(all.response().getHeaders().getFirst("CMW-TotalPages")).isEqualTo("1");
        assertThat(all.body().size()).isGreaterThan(200);
        assertThat(all.body().findValuesAsText("countryCode"))
                .contains("IT", "DE")
                .doesNotHaveDuplicates();
        assertThat(all.body().findValuesAsText("self")).doesNotHaveDuplicates();
        get(Principal.ANONYMOUS, "/countryCodes?country=XX").is(404);
    }

    @Test
    void the_values_of_enumerations_are_those_of_the_contract() {
        assertThat(get(Principal.ANONYMOUS, "/enum/UserGroup").is(200).body()).hasSize(4);
        assertThat(get(Principal.ANONYMOUS, "/enum/OrderStatus").body().toString())
                .contains("REQUIRES_APPROVAL");
        assertThat(get(Principal.ANONYMOUS, "/enum/Type").body()).hasSize(2);
        assertThat(get(Principal.ANONYMOUS, "/enum/InvoiceStatus").body().toString())
                .contains("UNPAID");
        for (String name : new String[] {
            "Action", "BillingItemPresence", "BillingItemType", "BillingItemValueType", "CouponType", "EndpointType",
            "CmwEventType", "DeploymentStatus", "EventRecipientType", "LineType", "OrderType", "SubscriptionPatchAction"
        }) {
            assertThat(get(Principal.ANONYMOUS, "/enum/" + name).is(200).body()).isNotEmpty();
        }
    }

    @Test
    void a_user_says_what_he_may_make_and_act_for() {
        Answer me = get(supervisor, "/user/me").is(200);
        assertThat(me.body().get("canImpersonate")).hasSize(4);
        assertThat(me.body().get("canCreate")).isEmpty();
        patch(
                        customer,
                        "/user/" + customer.userId(),
                        "{'doNotTrack': true, 'groups': ['SALES'], 'pec': 'ada@pec.example'}")
                .is(204);
        Answer changed = get(customer, "/user/me");
        assertThat(changed.body().get("doNotTrack").asBoolean()).isTrue();
        assertThat(changed.text("/groups/0")).isEqualTo("SALES");
        assertThat(changed.text("/pec")).isEqualTo("ada@pec.example");
        patch(customer, "/user/" + customer.userId(), "{'groups': ['KINGS']}").fails(400, "groups");
    }

    private static String below(int reseller) {
        return named("x").replace("}", ", 'reseller': {'url': 'reseller/" + reseller + "'}}");
    }

    private static String named(String name) {
        return "{'name': '" + name + "', 'emailAddress': 'office@company.example'}";
    }
}
