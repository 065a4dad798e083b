package io.mercato.processors.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponChange;
import io.mercato.domain.cmw.coupon.CouponState;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CouponStoresTest {
    private static TestDatabase database;
    private Core core;
    private CouponDesk desk;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        core = new Core(database);
        desk = new CouponDesk(core.coupons, core.jdbc, core.clock);
    }

    @Test
    void a_coupon_is_stored_as_it_was_made() {
        Coupon made =
                one(core.market.vendor, "type=discount&value=12.5&destination=TOTAL&plafond=100&expiration=2026-03-01");

        Coupon read = core.coupons.get(core.market.vendor, made.id());

        assertThat(read).isEqualTo(made);
        assertThat(read.hash()).matches("[A-Za-z2-9]{48}");
        assertThat(read.percentage()).isEqualByComparingTo("12.5");
        assertThat(read.companyId()).isEqualTo(core.market.vendorCompany);
        assertThat(read.productId()).isEqualTo(core.market.vmProduct);
        assertThat(read.createdAt()).isEqualTo(core.clock.instant());
        assertThat(read.uses()).isZero();
    }

    @Test
    void several_coupons_are_alike_but_for_their_hashes() {
        Object made = make(core.market.vendor, "type=fixedPrice&value=3&howMany=20");

        assertThat((List<?>) made).hasSize(20);
        assertThat(core.market.column(Integer.class, "select count(distinct hash) from cmw.coupon"))
                .containsExactly(20);
        assertThat(desk.location(made)).isNull();
    }

    @Test
    void a_code_belongs_to_one_coupon_until_that_is_deleted() {
        Coupon first = one(core.market.vendor, "type=discountGenerator&value=5&code=SUMMER");

        assertThatThrownBy(() -> one(core.market.vendor, "type=discountGenerator&value=5&code=summer"))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("coupon-code-taken"));
        core.coupons.delete(core.market.vendor, first.id());
        assertThat(one(core.market.vendor, "type=discountGenerator&value=5&code=summer")
                        .code())
                .isEqualTo("summer");
        assertThat(desk.location(first)).isEqualTo("coupon/" + first.id());
    }

    @Test
    void a_vendor_makes_coupons_for_his_own_products_only() {
        assertThatThrownBy(() -> one(core.market.rival, "type=discount&value=5"))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
        assertThatThrownBy(() -> desk.make(core.market.vendor, filter("type=discount&value=5&product=9999")))
                .hasMessageContaining("product/9999");
        assertThatThrownBy(() -> desk.make(core.market.vendor, filter("type=discount&value=5&productVersion=9999")))
                .hasMessageContaining("productVersion/9999");
        String another =
                "type=discount&value=5&product=" + core.market.syndicatedProduct + "&productVersion=" + core.market.vm;
        assertThatThrownBy(() -> desk.make(core.market.admin, filter(another))).hasMessageContaining("productVersion/");
        assertThat(((Coupon) desk.make(core.market.admin, filter("type=discount&value=5"))).companyId())
                .isNull();
    }

    @Test
    void coupons_are_seen_by_who_made_them_and_by_staff() {
        Coupon coupon = one(core.market.vendor, "type=discount&value=5");

        for (Principal insider : List.of(core.market.vendor, core.market.supervisor, core.market.admin)) {
            assertThat(core.coupons.get(insider, coupon.id())).isEqualTo(coupon);
        }
        for (Principal outsider : List.of(core.market.rival, core.market.customer, Principal.ANONYMOUS)) {
            assertThatThrownBy(() -> core.coupons.get(outsider, coupon.id())).hasMessageContaining("no coupon");
            assertThat(core.coupons
                            .list(outsider, Filter.NONE, PageRequest.FIRST)
                            .items())
                    .isEmpty();
        }
        assertThatThrownBy(() -> core.coupons.delete(core.market.supervisor, coupon.id()))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
        assertThat(core.coupons.byHash(Principal.ANONYMOUS, coupon.hash()).id()).isEqualTo(coupon.id());
    }

    @Test
    void coupons_are_found_by_what_they_are_and_whether_they_were_used() {
        Coupon used = one(core.market.vendor, "type=discount&value=5");
        Coupon reusable = one(core.market.vendor, "type=fixedPrice&value=5&reusable=true");
        order(core.market.customer, used.hash());

        assertThat(found("type=discount")).containsExactly(used.id());
        assertThat(found("type=fixedPrice")).containsExactly(reusable.id());
        assertThat(found("reusable=true")).containsExactly(reusable.id());
        assertThat(found("unused=true")).containsExactly(reusable.id());
        assertThat(found("unused=false")).containsExactly(used.id());
        assertThat(found("product=" + core.market.vmProduct)).containsExactly(reusable.id(), used.id());
        assertThat(found("product=9999")).isEmpty();
        assertThat(found("createdAfter=2030-01-01")).isEmpty();
    }

    @Test
    void whom_it_is_for_and_its_limits_may_be_changed_one_by_one() {
        Coupon coupon = one(core.market.vendor, "type=discount&value=5&plafond=10");

        core.coupons.change(core.market.vendor, coupon.id(), new CouponChange("a@b.example", null, null));
        core.coupons.change(core.market.vendor, coupon.id(), new CouponChange(null, core.clock.instant(), null));

        Coupon changed = core.coupons.get(core.market.vendor, coupon.id());
        assertThat(changed.email()).isEqualTo("a@b.example");
        assertThat(changed.expirationDate()).isEqualTo(core.clock.instant());
        assertThat(changed.plafond()).isEqualByComparingTo("10");
        assertThat(changed.state(core.clock.instant())).isEqualTo(CouponState.EXPIRED);
        core.coupons.change(core.market.vendor, coupon.id(), new CouponChange("", null, null));
        assertThat(core.coupons.get(core.market.vendor, coupon.id()).email()).isNull();
    }

    @Test
    void an_order_with_a_coupon_costs_less_and_uses_it() {
        Coupon coupon = one(core.market.vendor, "type=discount&value=10");

        int order = order(core.market.customer, coupon.hash());

        assertThat(core.orders.get(core.market.customer, order).net()).isEqualByComparingTo("14.00");
        Coupon used = core.coupons.get(core.market.vendor, coupon.id());
        assertThat(used.uses()).isEqualTo(1);
        assertThat(used.granted()).isEqualByComparingTo("1.00");
        assertThatThrownBy(() -> order(core.market.stranger, coupon.hash()))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
    }

    @Test
    void an_order_that_came_to_nothing_gives_its_coupon_back() {
        Coupon coupon = one(core.market.vendor, "type=discount&value=10");
        order(core.market.customer, coupon.hash());
        core.jdbc.sql("update cmw.subscription set status = 'PAYMENT_EXPIRED'").update();

        assertThat(core.coupons.get(core.market.vendor, coupon.id()).uses()).isZero();
        assertThat(order(core.market.stranger, coupon.hash())).isPositive();
    }

    @Test
    void a_plafond_is_shared_by_all_who_use_it() {
        Coupon coupon = one(core.market.vendor, "type=discount&value=80&reusable=true&plafond=10");

        int first = order(core.market.customer, coupon.hash());
        int second = order(core.market.stranger, coupon.hash());

        assertThat(core.orders.get(core.market.customer, first).net()).isEqualByComparingTo("7.00");
        assertThat(core.orders.get(core.market.stranger, second).net()).isEqualByComparingTo("13.00");
        assertThatThrownBy(() -> order(core.market.colleague, coupon.hash()))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("coupon-exhausted"));
    }

    @Test
    void the_code_of_a_generator_is_good_once_for_each_customer() {
        one(core.market.vendor, "type=discountGenerator&value=10&code=SUMMER");

        order(core.market.customer, "summer");
        order(core.market.stranger, " SUMMER ");

        assertThatThrownBy(() -> order(core.market.customer, "SUMMER"))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("coupon-already-used"));
    }

    @Test
    void the_coupon_of_a_reseller_is_good_for_his_own_customers_only() {
        int company = core.jdbc
                .sql("insert into cmw.company (kind, name, email_address) values ('RESELLER', 'R', 'r@b.example')"
                        + " returning id")
                .query(Integer.class)
                .single();
        Coupon coupon = (Coupon) desk.make(core.market.user(Role.RESELLER, company), filter("type=discount&value=10"));

        assertThatThrownBy(() -> order(core.market.customer, coupon.hash()))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("coupon-other-customer"));
        core.jdbc
                .sql("update cmw.company set parent_id = ? where id = ?")
                .params(company, core.market.customerCompany)
                .update();
        assertThat(order(core.market.customer, coupon.hash())).isPositive();
    }

    @Test
    void of_two_orders_with_a_coupon_side_by_side_one_gets_it_and_the_other_is_refused() {
        for (int round = 0; round < 5; round++) {
            Coupon coupon = one(core.market.vendor, "type=discount&value=10");
            CountDownLatch together = new CountDownLatch(2);
            List<Principal> buyers = List.of(core.market.customer, core.market.stranger);
            List<CompletableFuture<String>> both = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> outcome(buyers.get(i), coupon.hash(), together)))
                    .toList();

            assertThat(both)
                    .extracting(CompletableFuture::join)
                    .containsExactlyInAnyOrder("ordered", "coupon-already-used");
            assertThat(core.coupons.get(core.market.vendor, coupon.id()).uses()).isEqualTo(1);
        }
    }

    @Test
    void a_price_holds_for_each_period_and_percents_for_the_first() {
        Coupon price = one(core.market.vendor, "type=fixedPrice&value=4");
        Coupon percents = one(core.market.vendor, "type=discount&value=50");
        order(core.market.customer, price.hash());
        order(core.market.customer, percents.hash());
        core.coupons.delete(core.market.vendor, price.id());

        List<Integer> subscriptions = core.market.column(Integer.class, "select id from cmw.subscription order by id");

        assertThat(further(subscriptions.get(0))).isEqualByComparingTo("4.00");
        assertThat(further(subscriptions.get(1))).isEqualByComparingTo("10.00");
        core.jdbc
                .sql("update cmw.subscription set product_version_id = ? where id = ?")
                .params(core.market.managed, subscriptions.get(0))
                .update();
        assertThat(further(subscriptions.get(0))).isEqualByComparingTo("10.00");
        assertThat(core.prices.couponsOf(subscriptions))
                .isEqualTo(Map.of(subscriptions.get(0), price.id(), subscriptions.get(1), percents.id()));
    }

    @Test
    void a_coupon_makes_a_trial_longer() {
        Coupon coupon = one(core.market.vendor, "type=trial&days=60");

        int order = order(core.market.customer, coupon.hash(), OrderType.TRIAL);

        assertThat(core.market.column(Integer.class, "select trial_days from cmw.subscription"))
                .containsExactly(60);
        assertThat(core.orders.get(core.market.customer, order).total()).isEqualByComparingTo("0");
    }

    @Test
    void a_coupon_that_has_expired_is_refused() {
        Coupon coupon = one(core.market.vendor, "type=discount&value=5&expiration=2026-02-01");
        core.clock.advance(Duration.ofDays(400));

        assertThatThrownBy(() -> order(core.market.customer, coupon.hash()))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.key()).isEqualTo("coupon-expired"));
    }

    private BigDecimal further(int subscription) {
        return core.prices
                .furtherPeriod(core.inTransaction(() -> core.subscriptions.lock(subscription)))
                .periodInvoice()
                .net()
                .amount();
    }

    private String outcome(Principal buyer, String hash, CountDownLatch together) {
        try {
            core.inTransaction(() -> {
                together.countDown();
                await(together);
                return place(buyer, hash, OrderType.NORMAL);
            });
            return "ordered";
        } catch (MercatoException e) {
            return e.key();
        }
    }

    private int order(Principal buyer, String coupon) {
        return order(buyer, coupon, OrderType.NORMAL);
    }

    private int order(Principal buyer, String coupon, OrderType type) {
        return core.inTransaction(() -> place(buyer, coupon, type));
    }

    private int place(Principal buyer, String coupon, OrderType type) {
        OrderRequest request = new OrderRequest(core.market.vm, type, null, null, null, null, coupon, Map.of(), null);
        core.offers.reserve(request, buyer.userId());
        Offer offer = core.offers.find(request, buyer.userId());
        return core.desk.store(core.desk.decide(offer, request), buyer).orderId();
    }

    private List<Integer> found(String query) {
        return core.coupons.list(core.market.vendor, filter(query), PageRequest.FIRST).items().stream()
                .map(Coupon::id)
                .toList();
    }

    private Coupon one(Principal maker, String query) {
        return (Coupon) make(maker, query);
    }

    private Object make(Principal maker, String query) {
        return desk.make(maker, filter(query + "&product=" + core.market.vmProduct));
    }

    private static Filter filter(String query) {
        return new Filter(Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
