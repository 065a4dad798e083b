package io.mercato.processors.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.pricing.BillingItemValue;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.database.TestDatabase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemStoresTest {
    private static TestDatabase database;
    private Core core;
    private int users;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void aPlanWithUsers() {
        core = new Core(database);
        users = item(core.market.vendorCompany, "PRE_PAID");
        replace(core.market.vm, PriceRange.of(1, 9, "5"), PriceRange.of(10, null, "3"));
    }

    @Test
    void a_plan_offers_what_it_was_given() {
        List<PlanItem> offered = core.planItems.of(core.market.vm);

        assertThat(offered).hasSize(1);
        assertThat(offered.get(0).name()).isEqualTo("Users");
        assertThat(offered.get(0).ranges())
                .extracting(PriceRange::start, PriceRange::end)
                .containsExactly(tuple(1, 9), tuple(10, null));
        assertThat(core.planItems.of(core.market.managed)).isEmpty();
    }

    @Test
    void a_range_that_stays_keeps_its_id_and_one_that_is_left_out_goes() {
        List<Integer> before = ids();
        replace(core.market.vm, PriceRange.of(1, 19, "4"), PriceRange.of(20, null, "2"));

        assertThat(ids()).hasSize(2).contains(before.get(0)).doesNotContain(before.get(1));
        replace(core.market.vm);
        assertThat(ids()).isEmpty();
    }

    @Test
    void what_makes_no_whole_or_belongs_to_somebody_else_is_refused() {
        int foreign = item(core.market.rivalCompany, "PRE_PAID");
        int common = item(null, "PRE_PAID");

        assertThatThrownBy(() -> replace(core.market.vm, PriceRange.of(1, 9, "5"), PriceRange.of(11, null, "3")))
                .hasMessageContaining("gap");
        assertThatThrownBy(() -> core.planItems.replace(
                        core.market.vm,
                        core.market.vendorCompany,
                        List.of(value(foreign, PriceRange.of(1, null, "1")))))
                .hasMessageContaining("billingItem/" + foreign);
        core.planItems.replace(
                core.market.vm, core.market.vendorCompany, List.of(value(common, PriceRange.of(1, null, "1"))));
        assertThat(core.planItems.of(core.market.vm))
                .extracting(PlanItem::billingItemId)
                .containsExactly(common);
    }

    @Test
    void an_order_is_invoiced_with_what_was_chosen_and_its_prices_stay() {
        order(15);
        replace(core.market.vm, PriceRange.of(1, null, "100"));

        Invoice invoice = core.invoices
                .list(core.market.customer, Filter.NONE, PageRequest.FIRST)
                .items()
                .get(0);
        assertThat(invoice.lines())
                .extracting(Invoice.Line::type, line -> line.resource().billingItemId())
                .containsExactly(
                        tuple(LineType.PRODUCT, null),
                        tuple(LineType.BILLINGITEMRECURRING, users),
                        tuple(LineType.BILLINGITEMRECURRING, users),
                        tuple(LineType.SETUPFEE, null));
        assertThat(invoice.net()).isEqualByComparingTo("78.00");
        assertThat(further()).isEqualByComparingTo("73.00");
        OrderedItem frozen = core.prices.itemsOf(List.of(1)).get(1).get(0);
        assertThat(frozen.quantity()).isEqualTo(15);
        assertThat(frozen.item().ranges()).hasSize(2);
    }

    @Test
    void who_goes_over_to_another_plan_pays_its_prices_or_loses_what_it_has_not() {
        order(15);
        replace(core.market.managed, PriceRange.of(1, null, "1"));
        core.prices.replace(1, core.prices.goneOver(1, core.market.managed));
        assertThat(further()).isEqualByComparingTo("25.00");

        replace(core.market.free, PriceRange.of(1, 5, "1"));
        core.prices.replace(1, core.prices.goneOver(1, core.market.free));
        assertThat(core.prices.itemsOf(List.of(1))).isEmpty();
        assertThat(further()).isEqualByComparingTo("10.00");
    }

    @Test
    void a_machine_costs_what_its_cloud_asks_and_that_stays() {
        core.jdbc
                .sql(
                        "insert into cmw.instance_pricing (cloud_provider_id, instance_type_id, operating_system, cost, price)"
                                + " select cloud_provider_id, id, system, 0.01, price from cmw.instance_type,"
                                + " (values ('LINUX', 0.02), (null, 0.05)) as given(system, price)")
                .update();
        core.jdbc
                .sql("insert into cmw.disk_space_pricing (cloud_provider_id, cost, price, tiers)"
                        + " values (?, 0.05, 0.10, '{\"11\": 0.05}')")
                .param(core.market.provider)
                .update();
        order(1);
        core.jdbc.sql("update cmw.instance_pricing set price = 1").update();

        // 10 for the plan, 5 for a user, 720 hours at 0.02; a bare machine has no data disk
        assertThat(further()).isEqualByComparingTo("29.40");
        OrderRequest application = request(core.market.managed, Map.of());
        assertThat(core.offers
                        .find(application, core.market.customer.userId())
                        .prices()
                        .cloud()
                        .diskGigabytes())
                .isEqualTo(20);
    }

    @Test
    void traffic_is_ordered_from_the_plans_own_cloud_only() {
        int traffic = core.jdbc
                .sql("insert into cmw.bandwidth_pricing (cloud_provider_id, cost, price, traffic)"
                        + " values (?, 1, 9, 1000) returning id")
                .param(core.market.provider)
                .query(Integer.class)
                .single();
        Principal customer = core.market.customer;

        OrderRequest request = new OrderRequest(
                core.market.vm, OrderType.NORMAL, null, null, null, null, null, Map.of(), null, traffic);
        assertThat(core.offers.find(request, customer.userId()).prices().cloud().bandwidth())
                .isNotNull();
        OrderRequest unknown =
                new OrderRequest(core.market.vm, OrderType.NORMAL, null, null, null, null, null, Map.of(), null, 999);
        assertThatThrownBy(() -> core.offers.find(unknown, customer.userId()))
                .hasMessageContaining("bandwidthPricing/999");
        OrderRequest nowhere = new OrderRequest(
                core.market.syndicated, OrderType.NORMAL, null, null, null, null, null, Map.of(), null, traffic);
        assertThatThrownBy(() -> core.offers.find(nowhere, customer.userId()))
                .hasMessageContaining("bandwidthPricing/");
    }

    private void order(int quantity) {
        OrderRequest request = request(core.market.vm, Map.of("billingItem/" + users, quantity));
        Principal buyer = core.market.customer;
        core.inTransaction(() ->
                core.desk.store(core.desk.decide(core.offers.find(request, buyer.userId()), request), buyer));
    }

    private static OrderRequest request(int plan, Map<String, Integer> items) {
        return new OrderRequest(plan, OrderType.NORMAL, null, null, null, null, null, items, null);
    }

    private BigDecimal further() {
        return core.prices
                .furtherPeriod(core.inTransaction(() -> core.subscriptions.lock(1)))
                .periodInvoice()
                .net()
                .amount();
    }

    private void replace(int plan, PriceRange... ranges) {
        core.planItems.replace(
                plan,
                core.market.vendorCompany,
                Arrays.stream(ranges).map(range -> value(users, range)).toList());
    }

    private static BillingItemValue value(int item, PriceRange range) {
        return new BillingItemValue(null, item, range, "");
    }

    private List<Integer> ids() {
        return core.market.column(Integer.class, "select id from cmw.billing_item_value order by range_start");
    }

    private int item(Integer owner, String valueType) {
        return core.jdbc
                .sql("insert into cmw.billing_item (owner_id, name, description, unit, type, value_type)"
                        + " values (?, 'Users', '', 'user', 'TIERED', ?) returning id")
                .params(owner, valueType)
                .query(Integer.class)
                .single();
    }
}
