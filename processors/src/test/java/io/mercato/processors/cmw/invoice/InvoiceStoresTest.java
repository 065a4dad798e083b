package io.mercato.processors.cmw.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.InvoiceRules;
import io.mercato.domain.cmw.invoice.InvoiceStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoiceStoresTest {
    private static TestDatabase database;
    private Core core;
    private InvoiceNumbers numbers;

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
        numbers = new InvoiceNumbers(core.jdbc, core.invoices);
    }

    @Test
    void an_invoice_has_its_lines_and_sums() {
        Invoice invoice = core.invoices.get(core.market.customer, order());

        assertThat(invoice.number()).isNull();
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.UNPAID);
        assertThat(invoice.net()).isEqualByComparingTo("15.00");
        assertThat(invoice.total()).isEqualByComparingTo("18.30");
        assertThat(invoice.lines()).extracting(Invoice.Line::description).containsExactly("Small", "Small: set-up");
        assertThat(invoice.due()).isEqualTo("2026-02-03T10:00:00Z");
    }

    @Test
    void what_the_database_shows_to_somebody_is_what_the_rules_let_him_see() {
        Invoice invoice = core.invoices.get(core.market.admin, order());

        Stream.of(
                        core.market.customer,
                        core.market.colleague,
                        core.market.stranger,
                        core.market.vendor,
                        core.market.supervisor,
                        core.market.admin)
                .forEach(who -> assertThat(count(who, Map.of()) == 1)
                        .as("%s", who)
                        .isEqualTo(InvoiceRules.maySee(who, invoice)));
        assertThatThrownBy(() -> core.invoices.get(core.market.colleague, invoice.id()))
                .isInstanceOf(MercatoException.class);
    }

    @Test
    void a_list_is_narrowed_by_its_filters() {
        int paid = order();
        int expired = order();
        order();
        core.invoices.pay(paid, "bank-1", core.clock.instant());
        core.invoices.expireOpen(core.invoices.lock(expired).subscriptionId());
        Principal customer = core.market.customer;

        assertThat(count(customer, Map.of("paid", "true"))).isEqualTo(1);
        assertThat(count(customer, Map.of("paid", "false"))).isEqualTo(2);
        assertThat(count(customer, Map.of("expired", "true"))).isEqualTo(1);
        assertThat(count(customer, Map.of("status", "unpaid"))).isEqualTo(1);
        assertThat(count(customer, Map.of("company", String.valueOf(core.market.owner))))
                .isEqualTo(3);
        assertThat(count(customer, Map.of("company", String.valueOf(core.market.vendorCompany))))
                .isZero();
        assertThat(count(customer, Map.of("from", "2026-02-01"))).isZero();
    }

    @Test
    void numbers_are_consecutive_for_each_year() {
        order();
        order();
        core.clock.moveTo(Instant.parse("2027-01-01T00:00:00Z"));
        order();

        assertThat(give()).extracting(Invoice::number).containsExactly("2026-000001", "2026-000002", "2027-000001");
        assertThat(give()).isEmpty();
    }

    @Test
    void a_number_that_was_rolled_back_is_given_again() {
        order();
        core.database.transaction().executeWithoutResult(tx -> {
            assertThat(numbers.give()).hasSize(1);
            tx.setRollbackOnly();
        });

        assertThat(give()).extracting(Invoice::number).containsExactly("2026-000001");
    }

    @Test
    void an_order_that_was_rolled_back_leaves_no_gap() {
        order();
        core.database.transaction().executeWithoutResult(tx -> {
            order();
            tx.setRollbackOnly();
        });
        order();

        assertThat(give()).extracting(Invoice::number).containsExactly("2026-000001", "2026-000002");
    }

    @Test
    void many_who_number_while_many_order_give_each_number_once() {
        List<CompletableFuture<Void>> everybody = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int j = 0; j < 10; j++) {
                        order();
                        give();
                    }
                }))
                .toList();
        everybody.forEach(CompletableFuture::join);
        give();

        assertThat(core.market.column(String.class, "select number from cmw.invoice order by number"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> String.format("2026-%06d", i))
                        .toList());
    }

    @Test
    void what_waits_for_approval_and_what_ended_before_it_was_issued_gets_no_number() {
        core.order(core.market.customer, core.market.approved, OrderType.NORMAL);
        core.invoices.expireOpen(core.invoices.lock(order()).subscriptionId());

        assertThat(give()).isEmpty();

        core.jdbc.sql("update cmw.invoice set status = 'PAID'").update();
        assertThat(give()).hasSize(2);
    }

    @Test
    void what_is_issued_later_is_due_later_and_what_has_a_number_never_changes() {
        int id = order();
        Instant later = Instant.parse("2026-02-10T10:00:00Z");
        core.invoices.issue(core.invoices.lock(id).orderId(), later, later.plusSeconds(60));
        assertThat(core.invoices.lock(id).date()).isEqualTo(later);
        give();

        core.invoices.issue(core.invoices.lock(id).orderId(), later.plusSeconds(9), later.plusSeconds(99));

        assertThat(core.invoices.lock(id).date()).isEqualTo(later);
        assertThat(core.invoices.lock(id).due()).isEqualTo(later.plusSeconds(60));
    }

    @Test
    void only_what_is_neither_paid_nor_expired_is_open() {
        int id = order();
        int subscription = core.invoices.lock(id).subscriptionId();
        assertThat(core.invoices.openOf(subscription)).hasSize(1);

        core.invoices.expireOpen(subscription);
        assertThat(core.invoices.openOf(subscription)).isEmpty();
        core.invoices.pay(id, "bank-1", core.clock.instant());

        assertThat(core.invoices.openOf(subscription)).isEmpty();
        assertThat(core.invoices.lock(id).paymentReference()).isEqualTo("bank-1");
    }

    private int order() {
        return core.order(core.market.customer, core.market.vm, OrderType.NORMAL)
                .invoiceId();
    }

    private List<Invoice> give() {
        return core.inTransaction(numbers::give);
    }

    private long count(Principal who, Map<String, String> filter) {
        return core.invoices.list(who, new Filter(filter), PageRequest.FIRST).totalItems();
    }
}
