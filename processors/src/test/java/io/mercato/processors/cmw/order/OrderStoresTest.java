package io.mercato.processors.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderStoresTest {
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static TestDatabase database;
    private Core core;
    private IdempotencyStore keys;

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
        keys = new IdempotencyStore(core.jdbc, core.clock);
    }

    @Test
    void an_offer_is_all_that_an_order_is_decided_by() {
        Offer offer = find(core.market.managed, core.market.customer);

        assertThat(offer.productType()).isEqualTo(ProductType.MANAGED);
        assertThat(offer.published()).isTrue();
        assertThat(offer.price()).isNotNull();
        assertThat(offer.price().amount()).isEqualByComparingTo("100");
        assertThat(offer.vatRate()).isEqualByComparingTo("22");
        assertThat(offer.issuerId()).isEqualTo(core.market.owner);
        assertThat(offer.machine()).isNotNull();
        assertThat(offer.machine().loginUser()).isEqualTo("debian");
        assertThat(offer.machine().credentialId()).isEqualTo(core.market.credential);
        assertThat(offer.buyer().publicKey()).isEqualTo("ssh-ed25519 AAAA");
        assertThat(find(9999, core.market.customer)).isNull();
    }

    @Test
    void an_offer_knows_what_the_buyer_and_his_company_have_already() {
        core.order(core.market.colleague, core.market.vm, OrderType.TRIAL);
        core.order(core.market.customer, core.market.vm, OrderType.NORMAL);
        core.jdbc
                .sql("update cmw.subscription set status = 'UNDEPLOYED' where type = 'NORMAL'")
                .update();

        Offer.Buyer buyer = find(core.market.vm, core.market.customer).buyer();
        Offer.Buyer stranger = find(core.market.vm, core.market.stranger).buyer();

        assertThat(buyer.trials()).isEqualTo(1);
        assertThat(buyer.subscriptions()).isZero();
        assertThat(buyer.companySubscriptions()).isEqualTo(1);
        assertThat(stranger.trials()).isZero();
        assertThat(stranger.companySubscriptions()).isZero();
    }

    @Test
    void what_was_deleted_is_not_offered() {
        core.jdbc.sql("update cmw.product set deleted = true").update();

        Offer offer = find(core.market.vm, core.market.customer);
        assertThat(offer.removed()).isTrue();
        assertThat(offer.isThereFor(OrderType.NORMAL)).isFalse();
        assertThat(offer.isThereFor(OrderType.SANDBOX)).isFalse();
    }

    @Test
    void an_account_at_the_provider_is_used_by_its_owner_only() {
        int own = core.jdbc
                .sql("insert into cmw.cloud_credential (name, cloud_provider_id, user_id, secret)"
                        + " values ('mine', ?, ?, 'v1:y') returning id")
                .params(core.market.provider, core.market.customer.userId())
                .query(Integer.class)
                .single();
        OrderRequest request =
                new OrderRequest(core.market.vm, OrderType.NORMAL, null, own, null, null, null, Map.of(), null);

        assertThat(core.offers
                        .find(request, core.market.customer.userId())
                        .machine()
                        .credentialId())
                .isEqualTo(own);
        assertThat(core.offers
                        .find(request, core.market.stranger.userId())
                        .machine()
                        .credentialId())
                .isNull();
    }

    @Test
    void a_product_says_whose_account_it_is_deployed_with() {
        int own = core.jdbc
                .sql("insert into cmw.cloud_credential (name, cloud_provider_id, user_id, secret)"
                        + " values ('mine', ?, ?, 'v1:y') returning id")
                .params(core.market.provider, core.market.customer.userId())
                .query(Integer.class)
                .single();

        assertThat(account("ENABLED", null)).isEqualTo(core.market.credential);
        assertThat(account("ENABLED", own)).isEqualTo(own);
        assertThat(account("ENFORCED", null)).isNull();
        assertThat(account("ENFORCED", own)).isEqualTo(own);
        assertThat(account("DISABLED", null)).isEqualTo(core.market.credential);
        assertThat(account("DISABLED", own)).isNull();
    }

    private Integer account(String support, Integer asked) {
        core.jdbc
                .sql("update cmw.product set cloud_credentials_support = ?")
                .param(support)
                .update();
        OrderRequest request =
                new OrderRequest(core.market.vm, OrderType.NORMAL, null, asked, null, null, null, Map.of(), null);
        return core.offers
                .find(request, core.market.customer.userId())
                .machine()
                .credentialId();
    }

    @Test
    void of_two_trials_side_by_side_one_is_refused() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        List<CompletableFuture<Boolean>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> triedAgain(together)))
                .toList();

        assertThat(both).extracting(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
        assertThat(core.market.column(Integer.class, "select count(*) from cmw.subscription"))
                .containsExactly(1);
    }

    private boolean triedAgain(CountDownLatch together) {
        OrderRequest request = Market.request(core.market.vm, OrderType.TRIAL);
        Principal buyer = core.market.customer;
        try {
            core.inTransaction(() -> {
                together.countDown();
                await(together);
                core.offers.reserve(request, buyer.userId());
                return core.desk.store(core.desk.decide(core.offers.find(request, buyer.userId()), request), buyer);
            });
            return false;
        } catch (MercatoException e) {
            assertThat(e.key()).isEqualTo("trial-already-used");
            return true;
        }
    }

    @Test
    void an_order_is_seen_by_whom_its_subscription_is_seen() {
        int id = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .orderId();

        for (Principal insider :
                List.of(core.market.customer, core.market.colleague, core.market.vendor, core.market.supervisor)) {
            assertThat(core.orders.get(insider, id).id()).isEqualTo(id);
        }
        for (Principal outsider : List.of(core.market.stranger, core.market.rival, Principal.ANONYMOUS)) {
            assertThatThrownBy(() -> core.orders.get(outsider, id))
                    .isInstanceOfSatisfying(
                            MercatoException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND));
            assertThat(core.orders
                            .list(outsider, Filter.NONE, PageRequest.FIRST)
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void an_order_costs_what_its_invoice_says() {
        Order order = core.orders.get(
                core.market.customer,
                core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                        .orderId());
        Order trial = core.orders.get(
                core.market.customer,
                core.order(core.market.customer, core.market.vm, OrderType.TRIAL)
                        .orderId());

        assertThat(order.net()).isEqualByComparingTo("15.00");
        assertThat(order.vat()).isEqualByComparingTo("3.30");
        assertThat(order.total()).isEqualByComparingTo("18.30");
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(trial.total()).isEqualByComparingTo("0");
        assertThat(trial.status()).isEqualTo(OrderStatus.FREE);
    }

    @Test
    void an_order_is_found_by_the_buyers_own_number_which_he_uses_once() {
        OrderRequest request = Market.request(core.market.vm, OrderType.NORMAL, "PO-1");
        int id = place(request).orderId();

        assertThat(core.orders.getByReference(core.market.customer, "PO-1").id())
                .isEqualTo(id);
        assertThatThrownBy(() -> core.orders.getByReference(core.market.stranger, "PO-1"))
                .isInstanceOf(MercatoException.class);
        assertThatThrownBy(() -> place(request))
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT));
    }

    @Test
    void the_same_key_and_body_answers_the_same_order() {
        assertThat(take("k1", BODY)).isNull();
        keys.keep(core.market.customer, "k1", 7);

        assertThat(take("k1", BODY)).isEqualTo(7);
        assertThat(keys.take(core.market.stranger, "k1", BODY)).isNull();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        take("k1", BODY);
        keys.keep(core.market.customer, "k1", 7);

        assertThatThrownBy(() -> take("k1", new byte[] {1})).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure.key()).isEqualTo("idempotency-key-reused");
        });
    }

    @Test
    void no_key_is_none_and_a_long_one_is_refused() {
        assertThat(take(null, BODY)).isNull();
        assertThat(take(" ", BODY)).isNull();
        assertThat(core.market.column(Integer.class, "select count(*) from cmw.idempotency_key"))
                .containsExactly(0);
        assertThatThrownBy(() -> take("k".repeat(256), BODY)).hasMessageContaining("Idempotency-Key");
    }

    @Test
    void of_two_calls_with_the_same_key_side_by_side_one_places_the_order_and_the_other_answers_it() {
        CountDownLatch together = new CountDownLatch(2);
        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> core.inTransaction(() -> {
                    together.countDown();
                    await(together);
                    Integer earlier = take("k1", BODY);
                    if (earlier == null) {
                        keys.keep(core.market.customer, "k1", 100 + i);
                    }
                    return Objects.requireNonNullElse(earlier, 100 + i);
                })))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    @Test
    void a_key_of_an_order_that_failed_is_free_again() {
        core.database.transaction().executeWithoutResult(tx -> {
            take("k1", BODY);
            tx.setRollbackOnly();
        });

        assertThat(take("k1", new byte[] {1})).isNull();
    }

    @Test
    void old_keys_are_forgotten() {
        take("k1", BODY);
        core.clock.advance(Duration.ofDays(2));
        take("k2", BODY);

        assertThat(keys.forget(Duration.ofDays(1))).isEqualTo(1);
        assertThat(core.market.column(String.class, "select key from cmw.idempotency_key"))
                .containsExactly("k2");
    }

    private Integer take(String key, byte[] body) {
        return keys.take(core.market.customer, key, body);
    }

    private Offer find(int plan, Principal buyer) {
        return core.offers.find(Market.request(plan, OrderType.NORMAL), buyer.userId());
    }

    private OrderDesk.Placed place(OrderRequest request) {
        Principal buyer = core.market.customer;
        return core.inTransaction(() ->
                core.desk.store(core.desk.decide(core.offers.find(request, buyer.userId()), request), buyer));
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
