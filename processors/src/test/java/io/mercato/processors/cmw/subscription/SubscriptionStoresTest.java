package io.mercato.processors.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.Subscription.PendingOperation;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Credential;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.subscription.DeadlineStore.Deadline;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.cmw.vendor.ParameterValues;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionStoresTest {
    private static TestDatabase database;
    private Core core;

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
    }

    @Test
    void what_the_database_shows_to_somebody_is_what_the_rules_let_him_see() {
        var market = core.market;
        core.order(market.customer, market.vm, OrderType.NORMAL);
        core.order(market.colleague, market.syndicated, OrderType.NORMAL);
        core.order(market.stranger, market.vm, OrderType.TRIAL);
        core.order(market.resold, market.vm, OrderType.NORMAL);
        List<Subscription> all = list(market.admin);
        assertThat(list(market.reseller)).hasSize(1);
        assertThat(list(market.distributor)).hasSize(1);
        assertThat(all).hasSize(4);

        Stream<Principal> others = Stream.of(Role.values())
                .flatMap(role -> Stream.of(
                        new Principal(market.customer.userId(), "x", "x@b.c", "X", "en", role, null, null),
                        new Principal(0, "x", "x@b.c", "X", "en", role, market.vendorCompany, null),
                        new Principal(99, "x", "x@b.c", "X", "en", role, market.customerCompany, null)));
        Stream.concat(
                        Stream.of(
                                market.customer,
                                market.colleague,
                                market.stranger,
                                market.vendor,
                                market.rival,
                                market.resold,
                                market.reseller,
                                market.distributor),
                        others)
                .forEach(who -> assertThat(list(who))
                        .as("%s", who)
                        .containsExactlyElementsOf(all.stream()
                                .filter(one -> SubscriptionRules.maySee(who, one))
                                .toList()));
    }

    @Test
    void a_long_list_is_paged_from_either_end_and_its_total_is_told_without_counting() {
        for (int i = 0; i < 45; i++) {
            core.order(core.market.customer, core.market.vm, OrderType.NORMAL);
        }
        List<Integer> ids = core.jdbc
                .sql("select id from cmw.subscription order by id desc")
                .query(Integer.class)
                .list();

        for (Principal who : List.of(core.market.vendor, core.market.admin, core.market.customer)) {
            for (int number = 1; number <= 6; number++) {
                PageRequest request = new PageRequest(number, 10);
                Page<Subscription> page = core.subscriptions.list(who, Filter.NONE, request);

                assertThat(page.totalItems()).isEqualTo(45);
                assertThat(page.items())
                        .extracting(Subscription::id)
                        .isEqualTo(ids.stream().skip(request.offset()).limit(10).toList());
            }
        }
        assertThat(core.subscriptions
                        .list(core.market.rival, Filter.NONE, PageRequest.FIRST)
                        .totalItems())
                .isZero();
        core.subscriptions.move(ids.get(0), SubscriptionStatus.FAILED, true);
        assertThat(core.subscriptions
                        .list(core.market.vendor, new Filter(Map.of("status", "FAILED")), PageRequest.FIRST)
                        .totalItems())
                .isEqualTo(1);
    }

    @Test
    void a_subscription_that_goes_is_counted_no_more() {
        for (int i = 0; i < 3; i++) {
            core.order(core.market.customer, core.market.vm, OrderType.NORMAL);
        }

        core.jdbc.sql("delete from cmw.subscription_deadline").update();
        core.jdbc.sql("delete from cmw.invoice_line").update();
        core.jdbc.sql("delete from cmw.invoice").update();
        core.jdbc.sql("delete from cmw.\"order\"").update();
        core.jdbc
                .sql("delete from cmw.subscription where id = (select min(id) from cmw.subscription)")
                .update();
        core.jdbc
                .sql("update cmw.subscription set vendor_id = ? where id = (select min(id) from cmw.subscription)")
                .param(core.market.rival.companyId())
                .update();

        for (Principal who : List.of(core.market.vendor, core.market.rival)) {
            assertThat(core.subscriptions
                            .list(who, Filter.NONE, PageRequest.FIRST)
                            .totalItems())
                    .isEqualTo(1);
        }
    }

    @Test
    void another_s_subscription_reads_like_one_that_does_not_exist() {
        int id = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);

        assertThatThrownBy(() -> core.subscriptions.get(core.market.stranger, id))
                .isInstanceOf(MercatoException.class)
                .hasMessage("There is no subscription " + id);
        assertThatThrownBy(() -> core.subscriptions.lockVisible(core.market.stranger, id))
                .isInstanceOf(MercatoException.class);
    }

    @Test
    void a_subscription_is_read_as_it_was_agreed() {
        int id = core.order(core.market.customer, core.market.managed, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);

        Subscription one = core.subscriptions.get(core.market.customer, id);

        assertThat(one.name()).isEqualTo("Wiki - Small");
        assertThat(one.machine()).isNotNull();
        assertThat(one.machine().loginUser()).isEqualTo("debian");
        assertThat(one.machine().dataDiskGigabytes()).isEqualTo(20);
        assertThat(one.terms().price().amount()).isEqualByComparingTo("100");
        assertThat(one.paid()).isFalse();
        assertThat(one.createdAt()).isEqualTo(core.clock.instant());
        assertThat(one.start()).isNull();
        assertThat(one.periodStart()).isNull();
    }

    @Test
    void the_first_period_begins_the_subscription_and_the_second_does_not() {
        int id = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        Instant first = core.clock.instant();
        Instant second = first.plus(Duration.ofDays(28));
        core.subscriptions.period(id, first, second);
        core.subscriptions.period(id, second, second.plus(Duration.ofDays(31)));

        Subscription one = core.subscriptions.get(core.market.customer, id);

        assertThat(one.start()).isEqualTo(first);
        assertThat(one.periodStart()).isEqualTo(second);
        assertThat(one.end()).isEqualTo(second.plus(Duration.ofDays(31)));
    }

    @Test
    void a_list_is_narrowed_by_its_filters() {
        var market = core.market;
        core.order(market.customer, market.vm, OrderType.NORMAL);
        core.order(market.customer, market.vm, OrderType.TRIAL);
        core.order(market.customer, market.syndicated, OrderType.NORMAL);

        assertThat(count("type", "trial")).isEqualTo(1);
        assertThat(count("status", "WAITING_PAYMENT")).isEqualTo(2);
        assertThat(count("productType", "SYNDICATED")).isEqualTo(1);
        assertThat(count("product", String.valueOf(market.vmProduct))).isEqualTo(2);
        assertThat(count("from", "2026-01-31")).isEqualTo(3);
        assertThat(count("from", "2026-02-01")).isZero();
        assertThat(count("to", "2026-01-31T10:00:00Z")).isZero();
        assertThatThrownBy(() -> count("status", "SLEEPING")).hasMessageContaining("status");
    }

    @Test
    void a_stop_that_is_under_way_stays_so_until_something_ends_it() {
        int id = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        core.subscriptions.pending(id, PendingOperation.STOP);
        core.subscriptions.move(id, SubscriptionStatus.DEPLOYED, false);
        assertThat(core.subscriptions.lock(id).pendingOperation()).isEqualTo(PendingOperation.STOP);

        core.subscriptions.move(id, SubscriptionStatus.STOPPED, true);

        assertThat(core.subscriptions.lock(id).pendingOperation()).isNull();
    }

    @Test
    void a_deadline_is_taken_once_it_is_due_and_only_once() {
        int id = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        assertThat(take()).isNull();

        core.clock.advance(Duration.ofDays(1));
        assertThat(take()).isEqualTo(new Deadline(id, DeadlineKind.REMIND_PAYMENT, core.clock.instant()));
        assertThat(take()).isNull();
        core.clock.advance(Duration.ofDays(2));
        assertThat(take()).extracting(Deadline::kind).isEqualTo(DeadlineKind.FIRST_PAYMENT);
        assertThat(take()).isNull();
    }

    @Test
    void two_who_take_side_by_side_never_take_the_same_deadline() {
        for (int i = 0; i < 20; i++) {
            core.order(core.market.customer, core.market.vm, OrderType.NORMAL);
        }
        core.clock.advance(Duration.ofDays(10));
        Stream<CompletableFuture<List<Deadline>>> takers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::takeAll))
                .limit(4);

        List<Deadline> taken = Stream.concat(
                        takers.toList().stream().flatMap(taker -> taker.join().stream()), takeAll().stream())
                .toList();

        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_deadline_of_a_subscription_that_somebody_holds_is_left_for_the_next_time() throws Exception {
        int held = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        core.clock.advance(Duration.ofSeconds(1));
        int other = core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        core.clock.advance(Duration.ofDays(1));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> core.inTransaction(() -> {
            core.subscriptions.lock(held);
            locked.countDown();
            await(done);
            return null;
        }));
        await(locked);

        assertThat(take()).extracting(Deadline::subscriptionId).isEqualTo(other);
        assertThat(take()).isNull();

        done.countDown();
        holder.get();
        assertThat(take()).extracting(Deadline::subscriptionId).isEqualTo(held);
    }

    @Test
    void a_deadline_that_could_not_be_met_is_due_again_later() {
        core.order(core.market.customer, core.market.vm, OrderType.NORMAL);
        core.clock.advance(Duration.ofDays(1));
        Deadline due = core.database.transaction().execute(tx -> {
            Deadline taken = core.deadlines.take();
            tx.setRollbackOnly();
            return taken;
        });
        core.deadlines.postpone(due);

        assertThat(take()).isNull();
        core.clock.advance(Duration.ofMinutes(10));
        assertThat(take()).extracting(Deadline::kind).isEqualTo(due.kind());
    }

    @Test
    void a_credential_is_unreadable_in_the_database() {
        int id = core.order(core.market.customer, core.market.syndicated, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        Credential secret = new Credential("password", "hunter2", Map.of("en", "Password"), 2, true);
        Credential empty = new Credential("hint", null, Map.of(), 1, true);
        core.access.replaceCredentials(id, List.of(secret, empty));

        assertThat(core.market.column(
                        String.class, "select value from cmw.subscription_credential where key = 'password'"))
                .singleElement()
                .asString()
                .startsWith("v1:")
                .doesNotContain("hunter2");
        assertThat(core.access.credentialsOf(id)).containsExactly(empty, secret);
        assertThat(secret.toString()).doesNotContain("hunter2");
    }

    @Test
    void a_credential_that_was_moved_to_another_subscription_cannot_be_read() {
        int one = core.order(core.market.customer, core.market.syndicated, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        int two = core.order(core.market.customer, core.market.syndicated, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        core.access.replaceCredentials(one, List.of(new Credential("password", "hunter2", Map.of(), 1, true)));
        core.jdbc
                .sql("update cmw.subscription_credential set subscription_id = ?")
                .param(two)
                .update();

        assertThatThrownBy(() -> core.access.credentialsOf(two)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void credentials_are_the_customers_alone() {
        int id = core.order(core.market.customer, core.market.syndicated, OrderType.NORMAL)
                .subscriptionIds()
                .get(0);
        core.access.replaceCredentials(
                id, List.of(new Credential("password", "hunter2", Map.of("en", "Password"), 1, true)));
        core.access.putInstructions(id, Map.of("en", "Log in"));
        core.access.putInstructions(id, Map.of("it", "Accedi"));

        for (Principal customer : List.of(core.market.customer, core.market.colleague)) {
            assertThat(details().get(customer, id).credentials())
                    .extracting(Credential::value)
                    .containsExactly("hunter2");
        }
        for (Principal other : List.of(core.market.vendor, core.market.admin, core.market.supervisor)) {
            SubscriptionDetail detail = details().get(other, id);
            assertThat(detail.credentials()).extracting(Credential::key).containsExactly("password");
            assertThat(detail.credentials().get(0).value()).isNull();
            assertThat(detail.instructions()).containsEntry("en", "Log in").containsEntry("it", "Accedi");
        }
        assertThat(details()
                        .list(core.market.customer, Filter.NONE, PageRequest.FIRST)
                        .items()
                        .get(0)
                        .credentials())
                .isEmpty();
    }

    @Test
    void a_detail_names_what_belongs_to_it_and_to_no_other() {
        var placed = core.order(core.market.customer, core.market.vm, OrderType.NORMAL);
        core.order(core.market.customer, core.market.vm, OrderType.NORMAL);

        SubscriptionDetail detail =
                details().get(core.market.customer, placed.subscriptionIds().get(0));

        assertThat(detail.orders()).containsExactly(placed.orderId());
        assertThat(detail.invoices()).containsExactly(placed.invoiceId());
        assertThat(detail.machines()).isEmpty();
    }

    private SubscriptionDetails details() {
        return new SubscriptionDetails(
                core.subscriptions,
                new SubscriptionLogStore(core.jdbc),
                core.access,
                new ParameterValues(core.jdbc, new ParameterStore(core.jdbc, core.json), new SecretCipher(Market.KEY)),
                new ChoiceStore(core.jdbc, core.clock),
                new CostStore(core.jdbc, core.clock),
                Core.properties(),
                core.clock,
                core.jdbc,
                core.prices,
                core.orders,
                core.invoices);
    }

    private List<Subscription> list(Principal who) {
        return core.subscriptions.list(who, Filter.NONE, PageRequest.FIRST).items();
    }

    private long count(String key, String value) {
        return core.subscriptions
                .list(core.market.customer, new Filter(Map.of(key, value)), PageRequest.FIRST)
                .totalItems();
    }

    private Deadline take() {
        return core.inTransaction(core.deadlines::take);
    }

    private List<Deadline> takeAll() {
        return Stream.generate(this::take)
                .takeWhile(deadline -> deadline != null)
                .toList();
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
