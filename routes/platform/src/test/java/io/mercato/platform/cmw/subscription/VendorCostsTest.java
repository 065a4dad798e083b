package io.mercato.platform.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.invoice.CustomInvoice;
import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.VendorCost;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.error.ErrorKind;
import io.mercato.platform.cmw.CoreRoutes;
import io.mercato.processors.cmw.subscription.CostDesk;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What a vendor adds stands on the invoices that follow. */
@TestPropertySource(properties = "mercato.cmw.currencies.rates.USD=0.92")
class VendorCostsTest extends CoreRoutes {

    @Test
    void costs_of_once_stand_on_the_next_invoice_and_those_that_recur_on_every_one() {
        int id = syndicated();
        add(id, new CostDesk.Once(List.of(cost("Set-up of mail", "3"))));
        add(id, new CostDesk.Once(List.of(cost("Apology", "-1"))));
        SubscriptionDetail detail = add(id, new CostDesk.Always(List.of(cost("Support", "10"))));
        assertThat(detail.costs().oneshot()).hasSize(2);
        assertThat(detail.costs().recurring()).hasSize(1);

        days(28);
        pay(latest());
        days(31);

        assertThat(market.column(String.class, "select net::text from cmw.invoice order by id"))
                .containsExactly("20.00", "32.00", "30.00");
        assertThat(market.column(
                        String.class,
                        "select type || ' ' || description || ' ' || net from cmw.invoice_line where invoice_id = "
                                + "(select id from cmw.invoice order by id offset 1 limit 1) order by id"))
                .containsExactly(
                        "PRODUCT Small 20.00",
                        "ONESHOTCOST Set-up of mail 3.00",
                        "ONESHOTCOST Apology -1.00",
                        "RECURRINGCOST Support 10.00");
        assertThat(detail(id).costs().oneshot()).isEmpty();
    }

    @Test
    void what_recurs_is_replaced_and_ended_by_none() {
        int id = syndicated();
        add(id, new CostDesk.Always(List.of(cost("Support", "10"))));
        add(id, new CostDesk.Always(List.of(cost("Better support", "20"))));
        assertThat(detail(id).costs().recurring())
                .extracting(VendorCost::description)
                .containsExactly("Better support");

        add(id, new CostDesk.Always(List.of()));
        days(28);

        assertThat(invoice(latest()).net()).isEqualByComparingTo("20");
    }

    @Test
    void a_discount_larger_than_the_price_leaves_nothing_to_pay() {
        int id = syndicated();
        add(id, new CostDesk.Once(List.of(cost("We are sorry", "-25"))));

        days(28);

        Invoice credit = invoice(latest());
        assertThat(credit.net()).isEqualByComparingTo("-5");
        assertThat(credit.status().isPaid()).isTrue();
        assertThat(detail(id).subscription().paid()).isTrue();
        days(20);
        assertThat(market.status(id)).isEqualTo("DEPLOYED");
    }

    @Test
    void an_invoice_now_is_owed_like_any_other() {
        int id = syndicated();

        Invoice invoice = invoiceNow(id, CustomInvoice.Type.UPSELL, false, cost("Course", "100"));

        number();
        assertThat(messages()).containsExactly("invoice-to-pay");
        assertThat(detail(id).subscription().paid()).isFalse();
        pay(invoice.id());
        assertThat(detail(id).subscription().paid()).isTrue();
        assertThat(market.column(String.class, "select type || ' ' || status from cmw.\"order\" order by id"))
                .containsExactly("NORMAL PAID", "UPSELL PAID");
    }

    @Test
    void what_the_vendor_has_cashed_is_declared_and_neither_numbered_nor_owed() {
        int id = syndicated();

        Invoice invoice = invoiceNow(id, CustomInvoice.Type.CHUNKED, true, cost("Course", "100"));

        number();
        assertThat(messages()).isEmpty();
        assertThat(invoice(invoice.id()).number()).isNull();
        assertThat(invoice.cashed()).isTrue();
        assertThat(invoice.status().isPaid()).isTrue();
        assertThat(detail(id).subscription().paid()).isTrue();
    }

    @Test
    void foreign_money_is_converted_by_the_table() {
        int id = syndicated();
        VendorCost dollars = new VendorCost(null, "Licence", new BigDecimal("10"), "USD", new BigDecimal("2"), "seats");

        Invoice invoice = invoiceNow(id, CustomInvoice.Type.UPSELL, false, dollars);

        assertThat(invoice.net()).isEqualByComparingTo("18.40");
        assertThat(invoice.currencyConversion()).containsOnlyKeys("USD");
        assertThat(invoice.lines().get(0).description()).isEqualTo("Licence (10 USD)");
        assertRefused(
                () -> invoiceNow(
                        id,
                        CustomInvoice.Type.UPSELL,
                        false,
                        new VendorCost(null, null, BigDecimal.ONE, "JPY", BigDecimal.ONE, null)),
                ErrorKind.REJECTED,
                "unknown-currency-%currency%");
    }

    @Test
    void only_its_vendor_adds_costs_and_only_while_it_is_used() {
        int id = syndicated();
        CostDesk.Once once = new CostDesk.Once(List.of(cost("Support", "10")));

        assertRefused(
                () -> call("direct:cmw-add-subscription-costs", market.customer, id, once, Object.class),
                ErrorKind.FORBIDDEN,
                "forbidden");
        assertRefused(
                () -> call("direct:cmw-add-subscription-costs", market.rival, id, once, Object.class),
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%");
        act(market.customer, id, io.mercato.domain.cmw.subscription.SubscriptionAction.KILL);
        assertRefused(() -> add(id, once), ErrorKind.CONFLICT, "no-costs-now");
        invoiceNow(id, CustomInvoice.Type.UPSELL, false, cost("Last use", "1"));
    }

    private Invoice invoiceNow(int id, CustomInvoice.Type type, boolean cashed, VendorCost cost) {
        return call(
                "direct:cmw-invoice-subscription",
                market.vendor,
                id,
                new CustomInvoice(type, cashed, List.of(cost)),
                Invoice.class);
    }

    private SubscriptionDetail add(int id, Object costs) {
        return call("direct:cmw-add-subscription-costs", market.vendor, id, costs, SubscriptionDetail.class);
    }

    private static VendorCost cost(String description, String price) {
        return new VendorCost(null, description, new BigDecimal(price), null, BigDecimal.ONE, null);
    }

    private int latest() {
        return market.column(Integer.class, "select max(id) from cmw.invoice").get(0);
    }
}
