package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cassetto.SampleFiles;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Products and companies with their files, as they are read and written. */
class ShownFilesTest extends FileCalls {

    private String image(Principal who) {
        return upload(who, "/productImageFile", "a.png", SampleFiles.png(4, 4))
                .is(201)
                .text("/self");
    }

    private String manual(Principal who) {
        return upload(who, "/file", "a.pdf", SampleFiles.pdf()).is(201).text("/self");
    }

    private int logo(Principal who) {
        return upload(who, "/companyLogoFile", "a.png", SampleFiles.png(5, 5))
                .is(201)
                .id();
    }

    private static String files(String... urls) {
        return Stream.of(urls)
                .map(url -> "{'url': '" + url + "'}")
                .collect(Collectors.joining(", ", "'files': [", "]"));
    }

    private Answer shows(Principal who, int product, String... urls) {
        return put(who, "/product/" + product, product(files(urls)));
    }

    private String product(String more) {
        return "{'name': 'Wiki', 'type': 'SYNDICATED', 'category': {'url': 'category/" + category + "'}, " + more + "}";
    }

    private List<String> shown(Principal who, int product) {
        return urls(get(who, "/product/" + product).is(200).body());
    }

    private static List<String> urls(JsonNode product) {
        return StreamSupport.stream(product.get("files").spliterator(), false)
                .map(file -> file.get("url").asText())
                .toList();
    }

    private String etag(Principal who, String path) {
        return get(who, path).is(200).response().getHeaders().getETag();
    }

    private static String named(String more) {
        return "{'name': 'Acme', 'emailAddress': 'office@acme.example'" + more + "}";
    }

    private static String logoFile(int file) {
        return ", 'logoFile': {'url': 'companyLogoFile/" + file + "'}";
    }

    @Test
    void a_product_shows_the_files_that_it_is_told_in_their_order() {
        int product = product(vendor, true);
        String manual = manual(vendor);
        String logo = image(vendor);
        String shot = image(vendor);
        assertThat(shown(vendor, product)).isEmpty();

        assertThat(urls(shows(vendor, product, shot, manual, logo).is(200).body()))
                .containsExactly(shot, manual, logo);

        assertThat(shown(Principal.ANONYMOUS, product)).containsExactly(shot, manual, logo);
        assertThat(get(customer, "/" + manual).is(200).text("/product/url")).isEqualTo("product/" + product);
        JsonNode listed =
                get(customer, "/product?company=" + vendor.companyId()).body().get(0);
        assertThat(urls(listed)).containsExactly(shot, manual, logo);

        shows(vendor, product, manual, logo, shot).is(200);
        assertThat(shown(customer, product)).containsExactly(manual, logo, shot);

        shows(vendor, product, shot).is(200);
        assertThat(shown(customer, product)).containsExactly(shot);
        get(customer, "/" + manual).is(404);
        assertThat(get(vendor, "/" + manual).is(200).body().has("product")).isFalse();

        shows(vendor, product).is(200);
        assertThat(shown(vendor, product)).isEmpty();
        delete(vendor, "/" + shot).is(204);
    }

    @Test
    void a_product_is_made_with_files() {
        String shot = image(vendor);
        Answer made = post(vendor, "/product", product(files(shot, shot))).is(201);

        assertThat(urls(made.body())).containsExactly(shot);
        assertThat(shown(vendor, made.id())).containsExactly(shot);
    }

    @Test
    void who_says_nothing_of_files_leaves_them() {
        int product = product(vendor, true);
        String shot = image(vendor);
        shows(vendor, product, shot).is(200);

        put(vendor, "/product/" + product, product("'weight': 3")).is(200);
        patch(vendor, "/product/" + product, "{'name': 'Wiki 2'}").is(204);
        assertThat(shown(customer, product)).containsExactly(shot);

        patch(vendor, "/product/" + product, "{" + files(manual(vendor), shot) + "}")
                .is(204);
        assertThat(shown(customer, product)).hasSize(2).last().isEqualTo(shot);
    }

    @Test
    void anothers_file_and_one_that_is_none_are_named() {
        int product = product(vendor, true);
        String own = image(vendor);
        String foreign = image(rival);
        String manual = manual(vendor);

        shows(vendor, product, own, foreign).fails(422, "files[1] refers to " + foreign);
        shows(vendor, product, "file/99999999").fails(422, "files[0] refers to file/99999999");
        shows(vendor, product, manual.replace("file", "productImageFile")).fails(422, "files[0]");
        shows(vendor, product, "companyLogoFile/" + logo(vendor)).fails(400, "files[0]");
        shows(vendor, product, "nothing").fails(400, "files[0]");
        put(vendor, "/product/" + product, product("'files': [null]")).fails(400, "files[0]");
        put(vendor, "/product/" + product, product("'files': {}")).fails(400, "files");
        shows(rival, product, foreign).is(403);
        assertThat(shown(vendor, product)).isEmpty();
    }

    @Test
    void an_administrator_gives_a_product_what_he_has_sent_himself() {
        Principal staff = user(Role.ADMIN, company("PLATFORM"));
        int product = product(vendor, true);
        String sent = image(staff);
        String foreign = image(rival);
        String body = product("'company': {'url': 'company/" + vendor.companyId() + "'}, ");

        put(staff, "/product/" + product, body.replace(", }", ", " + files(foreign) + "}"))
                .fails(422, foreign);
        put(staff, "/product/" + product, body.replace(", }", ", " + files(sent) + "}"))
                .is(200);

        assertThat(get(vendor, "/" + sent).is(200).text("/ownerCompany/url"))
                .isEqualTo("company/" + vendor.companyId());
        patch(vendor, "/" + sent, "{'alt': 'A picture'}").is(204);
    }

    @Test
    void a_private_file_shows_with_its_product_to_who_may_have_it_only() {
        int product = product(vendor, true);
        String open = manual(vendor);
        String hidden = manual(vendor);
        patch(vendor, "/" + hidden, "{'tag': 'private'}").is(204);
        shows(vendor, product, hidden, open).is(200);
        buys(customer, product, "DEPLOYED");
        buys(stranger, product, "UNDEPLOYED");

        for (Principal who : List.of(Principal.ANONYMOUS, stranger, rival)) {
            assertThat(shown(who, product)).as(who.userName()).containsExactly(open);
        }
        for (Principal who : List.of(vendor, customer, supervisor, admin)) {
            assertThat(shown(who, product)).as(who.userName()).containsExactly(hidden, open);
        }
    }

    @Test
    void a_file_moves_from_one_product_to_another_with_its_logo() {
        int one = product(vendor, true);
        int other = product(vendor, true);
        String logo = image(vendor);
        patch(vendor, "/" + logo, "{'tag': 'logo'}").is(204);
        shows(vendor, one, logo).is(200);
        assertThat(get(customer, "/product/" + one).text("/logoUrl")).contains("/static/");

        shows(vendor, other, logo).is(200);

        assertThat(shown(customer, one)).isEmpty();
        assertThat(get(customer, "/product/" + one).body().has("logoUrl")).isFalse();
        assertThat(get(customer, "/product/" + other).text("/logoUrl")).contains("/static/");
    }

    @Test
    void the_first_of_two_logos_stands_with_the_product() {
        int product = product(vendor, true);
        String old = image(vendor);
        Answer fresh = upload(vendor, "/productImageFile", "b.png", SampleFiles.png(9, 9))
                .is(201);
        patch(vendor, "/" + old, "{'tag': 'logo'}").is(204);
        patch(vendor, "/" + fresh.text("/self"), "{'tag': 'logo'}").is(204);

        shows(vendor, product, fresh.text("/self"), old).is(200);

        assertThat(get(customer, "/product/" + product).text("/logoUrl")).isEqualTo(fresh.text("/objectUrl"));
    }

    @Test
    void a_change_of_its_files_is_a_change_of_the_product() {
        int product = product(vendor, true);
        String shot = image(vendor);
        String seen = etag(vendor, "/product/" + product);
        patch(vendor, "/" + shot, shownWith(product)).is(204);
        HttpHeaders stale = new HttpHeaders();
        stale.setIfMatch(seen);

        call(vendor, HttpMethod.PUT, "/product/" + product, product(files()), stale)
                .is(412);
        assertThat(shown(vendor, product)).containsExactly(shot);

        String before = etag(vendor, "/product/" + product);
        patch(vendor, "/" + shot, "{'alt': 'The wiki'}").is(204);
        assertThat(etag(vendor, "/product/" + product)).isEqualTo(before);
        delete(vendor, "/" + shot).is(204);
        assertThat(etag(vendor, "/product/" + product)).isNotEqualTo(before);
        assertThat(shown(vendor, product)).isEmpty();
    }

    @Test
    void a_product_that_goes_to_another_vendor_takes_its_files_along() {
        int product = product(vendor, true);
        String shot = image(vendor);
        shows(vendor, product, shot).is(200);

        put(admin, "/product/" + product, product("'company': {'url': 'company/" + rival.companyId() + "'}"))
                .is(200);

        patch(vendor, "/" + shot, "{'alt': 'Mine'}").is(403);
        patch(rival, "/" + shot, "{'alt': 'Mine'}").is(204);
        put(rival, "/product/" + product, product(files(shot))).is(200);
    }

    @Test
    void a_company_has_the_logo_that_it_names_until_it_sends_another() {
        String path = "/company/" + vendor.companyId();
        assertThat(get(vendor, path).body().has("logoFile")).isFalse();
        int first = logo(vendor);
        int second = logo(vendor);
        assertThat(get(Principal.ANONYMOUS, path).text("/logoFile/url")).isEqualTo("companyLogoFile/" + second);

        Answer changed = put(vendor, path, named(logoFile(first))).is(200);

        assertThat(changed.text("/logoFile/url")).isEqualTo("companyLogoFile/" + first);
        assertThat(changed.text("/logoUrl")).isEqualTo("/api/companyLogoFile/" + first + "/static");
        put(vendor, path, named("")).is(200);
        patch(vendor, path, "{'name': 'Acme 2'}").is(204);
        assertThat(get(customer, path).text("/logoFile/url")).isEqualTo("companyLogoFile/" + first);

        delete(vendor, "/companyLogoFile/" + first).is(204);
        assertThat(get(customer, path).text("/logoFile/url")).isEqualTo("companyLogoFile/" + second);
        int third = logo(vendor);
        assertThat(get(customer, path).text("/logoFile/url")).isEqualTo("companyLogoFile/" + third);
        delete(vendor, "/companyLogoFile/" + second).is(204);
        assertThat(get(customer, path).text("/logoFile/url")).isEqualTo("companyLogoFile/" + third);
        delete(vendor, "/companyLogoFile/" + third).is(204);
        assertThat(get(customer, path).body().has("logoFile")).isFalse();
        assertThat(get(customer, path).body().has("logoUrl")).isFalse();
    }

    @Test
    void anothers_logo_and_one_that_is_none_are_named() {
        String path = "/company/" + vendor.companyId();
        int foreign = logo(rival);
        String shot = image(vendor);

        put(vendor, path, named(logoFile(foreign))).fails(422, "logoFile refers to companyLogoFile/" + foreign);
        put(admin, path, named(logoFile(foreign))).fails(422, "logoFile");
        put(vendor, path, named(logoFile(99999999))).fails(422, "logoFile");
        put(vendor, path, named(logoFile(0)).replace("companyLogoFile/0", shot)).fails(400, "logoFile");
        put(rival, path, named(logoFile(foreign))).is(403);
        assertThat(get(vendor, path).body().has("logoFile")).isFalse();
        assertThat(get(rival, "/company/" + rival.companyId()).text("/logoFile/url"))
                .isEqualTo("companyLogoFile/" + foreign);
    }

    @Test
    void an_administrator_sends_a_logo_and_gives_it_to_a_company() {
        Principal staff = user(Role.ADMIN, company("PLATFORM"));
        String own = "/company/" + staff.companyId();
        int before = logo(staff);
        int given = logo(staff);

        put(staff, "/company/" + vendor.companyId(), named(logoFile(given))).is(200);

        assertThat(get(vendor, "/company/" + vendor.companyId()).text("/logoFile/url"))
                .isEqualTo("companyLogoFile/" + given);
        assertThat(get(staff, own).text("/logoFile/url")).isEqualTo("companyLogoFile/" + before);
        patch(vendor, "/companyLogoFile/" + given, "{'alt': 'Ours'}").is(204);
    }

    @Test
    void resellers_distributors_and_customers_have_logos_too() {
        for (String[] kind :
                new String[][] {{"RESELLER", "reseller"}, {"DISTRIBUTOR", "distributor"}, {"CUSTOMER", "userCompany"}
                }) {
            Role role = kind[0].equals("CUSTOMER") ? Role.USER : Role.valueOf(kind[0]);
            Principal who = user(role, company(kind[0]));
            jdbc.sql("update cmw.company set parent_id = ? where id = ? and kind = 'RESELLER'")
                    .params(company("DISTRIBUTOR"), who.companyId())
                    .update();
            int first = logo(who);
            logo(who);
            String path = "/" + kind[1] + "/" + who.companyId();

            assertThat(put(who, path, named(logoFile(first))).is(200).text("/logoFile/url"))
                    .isEqualTo("companyLogoFile/" + first);
            assertThat(get(who, path).text("/logoFile/url")).isEqualTo("companyLogoFile/" + first);
        }
    }
}
