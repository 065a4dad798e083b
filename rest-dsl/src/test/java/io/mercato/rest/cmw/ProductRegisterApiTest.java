package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import org.junit.jupiter.api.Test;

/** Who changed what of a product and of its plans. */
class ProductRegisterApiTest extends CatalogueTest {

    @Test
    void each_change_is_told_with_its_editor_and_what_was_before() {
        int product = published("Traced");
        int plan = planOf(vendor, product);
        patch(vendor, "/product/" + product, "{'shortDescription': 'new', 'weight': 7}")
                .is(204);
        patch(admin, "/productVersion/" + plan, "{'price': 2.5}").is(204);
        patch(vendor, "/product/" + product, "{'weight': 7}").is(204);

        JsonNode register =
                get(supervisor, "/product/" + product + "/register").is(200).body();

        assertThat(register).as("a write that changes nothing leaves no entry").hasSize(4);
        assertThat(register.at("/0/entry/name/new").asText()).isEqualTo("Traced");
        assertThat(register.at("/0/editor").asText()).isEqualTo(vendor.userName());
        assertThat(register.at("/1/entry/productVersion~1" + plan + ".name/new").asText())
                .isEqualTo("Basic");
        assertThat(register.at("/2/entry/weight").toString()).isEqualTo("{\"old\":\"0\",\"new\":\"7\"}");
        assertThat(register.at("/2/entry/shortDescription/new").asText()).isEqualTo("new");
        assertThat(register.at("/3/entry/productVersion~1" + plan + ".price/new")
                        .asText())
                .isEqualTo("2.5");
        assertThat(register.at("/3/editor").asText()).isEqualTo(admin.userName());
        assertThat(register.at("/3/date").asText()).endsWith("Z");
    }

    @Test
    void a_key_is_not_in_the_register() {
        int product = published("Keyed");
        patch(vendor, "/product/" + product, "{'notificationSecretToken': 'k3y'}")
                .is(204);

        String register =
                get(vendor, "/product/" + product + "/register").is(200).body().toString();

        assertThat(register).contains("notificationSecretToken").doesNotContain("k3y");
    }

    @Test
    void the_register_is_for_the_vendor_and_the_staff_and_outlives_what_was_removed() {
        int product = published("Gone");
        String path = "/product/" + product + "/register";
        get(Principal.ANONYMOUS, path).is(401);
        get(customer, path).is(403);
        get(rival, path).is(403);
        get(admin, "/product/999999/register").is(404);
        delete(vendor, "/productVersion/" + planOf(vendor, product)).is(204);

        assertThat(get(vendor, path).is(200).body()).hasSize(3);
        delete(vendor, "/product/" + product).is(204);
        assertThat(jdbc.sql("select count(*) from cmw.changelog where entity = 'product' and entity_id = ?"
                                + " and change = 'DELETED'")
                        .param(product)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
