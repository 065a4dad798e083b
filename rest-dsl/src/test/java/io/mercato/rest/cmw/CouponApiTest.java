package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class CouponApiTest extends ApiTest {
    private int product;

    @BeforeEach
    void aProduct() {
        product = post(
                        vendor,
                        "/product",
                        "{'type': 'SYNDICATED', 'name': 'P', 'company': {'url': 'company/" + vendor.companyId()
                                + "'}, 'category': {'url': 'category/" + category + "'}}")
                .is(201)
                .id();
    }

    @Test
    void a_coupon_is_made_by_a_query_and_read_by_its_id_and_hash() {
        Answer made = post(
                        vendor,
                        "/coupon?type=discount&value=12.5&destination=TOTAL&expirationDate=2030-01-31&plafond=100&product="
                                + product,
                        null)
                .is(201);

        assertThat(made.response().getHeaders().getFirst("Location")).isEqualTo("/api/coupon/" + made.id());
        assertThat(made.text("/self")).isEqualTo("coupon/" + made.id());
        assertThat(made.text("/type")).isEqualTo("discount");
        assertThat(made.text("/state")).isEqualTo("AVAILABLE");
        assertThat(made.text("/hash")).hasSize(48);
        assertThat(made.body().get("percentage").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(made.text("/destination")).isEqualTo("TOTAL");
        assertThat(made.text("/expirationDate")).isEqualTo("2030-01-31T00:00:00Z");
        assertThat(made.text("/product/url")).isEqualTo("product/" + product);
        assertThat(made.body().get("reusable").asBoolean()).isFalse();
        assertThat(get(vendor, "/coupon/" + made.id()).is(200).body()).isEqualTo(made.body());
        assertThat(get(vendor, "/coupon/hash=" + made.text("/hash")).is(200).body())
                .isEqualTo(made.body());
    }

    @Test
    void a_coupon_is_not_made_that_has_expired() {
        make(vendor, "type=discount&value=10&expirationDate=2020-01-31").fails(400, "Field expirationDate:");
    }

    @Test
    void who_knows_a_hash_reads_what_it_grants_but_not_its_limits() {
        Answer made = make(vendor, "type=discount&value=10&plafond=100").is(201);

        for (Principal reader : new Principal[] {customer, Principal.ANONYMOUS, rival}) {
            Answer read = get(reader, "/coupon/hash=" + made.text("/hash")).is(200);
            assertThat(read.body().has("plafond")).isFalse();
            assertThat(read.body().get("percentage").asInt()).isEqualTo(10);
        }
        get(customer, "/coupon/hash=nothing").fails(404, "nothing");
        get(customer, "/coupon/" + made.id()).is(403);
        get(rival, "/coupon/" + made.id()).is(404);
    }

    @Test
    void several_coupons_come_as_a_list_and_one_alone_does_not() {
        Answer several = make(vendor, "type=fixedPrice&value=3&howMany=3").is(201);

        assertThat(several.body()).hasSize(3);
        assertThat(several.text("/0/newPrice")).isEqualTo("3");
        assertThat(several.response().getHeaders().getFirst("Location")).isNull();
        assertThat(make(vendor, "type=trial&days=30").is(201).text("/days")).isEqualTo("30");
        assertThat(make(vendor, "type=trial&days=30&number=1").is(201).body()).hasSize(1);
    }

    @Test
    void coupons_are_listed_filtered_and_exported() {
        make(vendor, "type=discount&value=10").is(201);
        int reusable =
                make(vendor, "type=fixedPrice&value=3&reusable=true").is(201).id();
        String list = "/coupon?product=" + product;

        assertThat(get(vendor, list).is(200).body()).hasSize(2);
        assertThat(get(vendor, list + "&reusable=true").text("/0/self")).isEqualTo("coupon/" + reusable);
        assertThat(get(vendor, list + "&type=fixedPrice").body()).hasSize(1);
        assertThat(get(vendor, list + "&unused=false").body()).isEmpty();
        assertThat(get(vendor, list + "&createdAfter=2099-01-01").body()).isEmpty();
        assertThat(get(rival, list).body()).isEmpty();
        assertThat(get(supervisor, list).body()).hasSize(2);
        get(customer, list).is(403);
        get(Principal.ANONYMOUS, list).is(401);
        get(vendor, list + "&type=gift").fails(400, "type");
        HttpHeaders csv = new HttpHeaders();
        csv.set("Accept", "text/csv");
        assertThat(text(vendor, list, csv))
                .contains("hash")
                .contains("fixedPrice")
                .contains("discount");
    }

    @Test
    void who_makes_coupons_for_what() {
        int company = company("RESELLER");
        Principal reseller = user(Role.RESELLER, company);

        make(rival, "type=discount&value=10").is(403);
        make(customer, "type=discount&value=10").is(403);
        make(supervisor, "type=discount&value=10").is(403);
        post(vendor, "/coupon?type=discount&value=10", null).fails(400, "product");
        post(vendor, "/coupon?type=discount&value=10&product=999999", null).fails(422, "product/999999");
        post(admin, "/coupon?type=discount&value=10", null).is(201);
        int own = make(reseller, "type=discount&value=10").is(201).id();
        get(reseller, "/coupon/" + own).is(200);
        get(vendor, "/coupon/" + own).is(404);
        make(vendor, "type=discount&value=101").fails(400, "value");
        make(vendor, "value=10").fails(400, "type");
    }

    @Test
    void a_coupon_is_changed_and_ended_by_who_made_it() {
        Answer made = make(vendor, "type=discount&value=10").is(201);
        String path = "/coupon/" + made.id();

        patch(vendor, path, "{'email': 'ada@people.example', 'plafond': 50, 'expiration': '2020-01-01T00:00:00Z'}")
                .is(204);
        Answer changed = get(vendor, path);
        assertThat(changed.text("/emailCustomer")).isEqualTo("ada@people.example");
        assertThat(changed.body().get("plafond").decimalValue()).isEqualByComparingTo("50");
        assertThat(changed.text("/state")).isEqualTo("EXPIRED");
        assertThat(changed.body().get("percentage").decimalValue()).isEqualByComparingTo("10");
        patch(vendor, path, "{'email': 'nobody'}").fails(400, "email");
        patch(rival, path, "{'plafond': 5}").is(404);
        patch(supervisor, path, "{'plafond': 5}").is(403);
        delete(rival, path).is(404);
        delete(vendor, path).is(204);
        get(vendor, path).is(404);
        get(customer, "/coupon/hash=" + made.text("/hash")).is(404);
    }

    private Answer make(Principal who, String query) {
        return post(who, "/coupon?product=" + product + "&" + query, null);
    }
}
