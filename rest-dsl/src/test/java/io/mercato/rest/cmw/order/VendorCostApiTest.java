package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VendorCostApiTest extends CoreApiCalls {

    @Test
    void a_vendor_writes_an_invoice() {
        int id = deployed(market.vm);

        Answer written = post(
                        market.vendor,
                        "/subscription/" + id + "/invoice?type=chunked",
                        "[{'description': 'Course', 'price': {'price': 12.5}, 'quantity': 2},"
                                + " {'description': 'Discount', 'price': {'price': -5, 'currency': 'EUR'}}]")
                .is(201);

        assertThat(written.header("Location")).isEqualTo("/api/" + written.text("/self"));
        Answer invoice = get(market.customer, "/" + written.text("/self")).is(200);
        assertThat(invoice.body().at("/total/price").decimalValue()).isEqualByComparingTo("20.00");
        assertThat(invoice.text("/type")).isEqualTo("CHUNKED");
        assertThat(invoice.text("/cashed")).isEqualTo("false");
        assertThat(get(
                                market.admin,
                                "/"
                                        + post(
                                                        market.vendor,
                                                        "/subscription/" + id + "/invoice?cashed=true",
                                                        "[{'price': {'price': 1}}]")
                                                .is(201)
                                                .text("/self"))
                        .text("/cashed"))
                .isEqualTo("true");
    }

    @Test
    void a_vendor_reads_the_invoices_that_he_wrote_and_no_others() {
        int id = deployed(market.vm);
        String line = "[{'price': {'price': 1}}]";
        Answer written =
                post(market.vendor, "/subscription/" + id + "/invoice", line).is(201);
        String path = written.header("Location").substring("/api".length());
        String byAdmin = post(market.admin, "/subscription/" + id + "/invoice", line)
                .is(201)
                .text("/self");

        assertThat(get(market.vendor, path).is(200).text("/self")).isEqualTo(written.text("/self"));
        assertThat(get(market.vendor, "/invoice").is(200).body()).hasSize(1);
        get(market.vendor, "/" + byAdmin).is(404);
        get(market.rival, path).is(404);
        assertThat(get(market.rival, "/invoice").is(200).body()).isEmpty();
        assertThat(get(market.customer, "/invoice").is(200).body()).hasSize(2);
    }

    @Test
    void a_vendor_adds_costs_to_the_invoices_to_come() {
        int id = deployed(market.vm);
        String path = "/subscription/" + id + "/invoice";

        Answer once = post(market.vendor, path + "/oneshot", "[{'description': 'Mail', 'price': {'price': 3}}]")
                .is(200);
        Answer always = post(
                        market.admin,
                        path + "/recurring",
                        "[{'description': 'Support', 'price': {'price': 10}, 'quantity': 2, 'unit': 'hours'}]")
                .is(200);

        assertThat(once.text("/oneshotCosts/0/description")).isEqualTo("Mail");
        assertThat(always.text("/recurringCosts/0/unit")).isEqualTo("hours");
        assertThat(get(market.customer, "/subscription/" + id).body().get("oneshotCosts"))
                .hasSize(1);
    }

    @Test
    void what_is_malformed_or_not_allowed_is_said() {
        int id = deployed(market.vm);
        String path = "/subscription/" + id + "/invoice";
        String fine = "[{'price': {'price': 1}}]";

        post(market.vendor, path, "[]").fails(400, "at least one line");
        post(market.vendor, path, "[{'description': 'x'}]").fails(400, "[0].price");
        post(market.vendor, path, "[{'price': {'currency': 'EUR'}}]").fails(400, "[0].price.price");
        post(market.vendor, path, "[{'price': {'price': 1, 'currency': 'XQX'}}]")
                .fails(400, "price.currency");
        post(market.vendor, path, "[{'price': {'price': 1, 'currency': 'JPY'}}]")
                .fails(422, "JPY");
        post(market.vendor, path, "[{'price': {'price': 1}, 'quantity': 0}]").fails(400, "[0].quantity");
        post(market.vendor, path, "[{'price': {'price': 1}, 'type': 'TIP'}]").fails(400, "type");
        post(market.vendor, path + "?type=TIP", fine).fails(400, "type");
        post(market.vendor, path + "?cashed=perhaps", fine).fails(400, "cashed");
        post(market.customer, path, fine).fails(403, "role");
        post(market.rival, path, fine).fails(404, "subscription");
        post(market.vendor, "/subscription/999/invoice", fine).fails(404, "999");
    }
}
