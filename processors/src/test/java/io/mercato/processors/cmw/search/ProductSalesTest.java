package io.mercato.processors.cmw.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.processors.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductSalesTest {
    private static TestDatabase database;
    private Shelf shelf;
    private ProductSales sales;
    private int wiki;
    private int backup;
    private int mail;
    private int buyer;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fill() {
        shelf = new Shelf(database);
        sales = new ProductSales(database.jdbc());
        buyer = shelf.user("buyer");
        wiki = shelf.product("Wiki", "Pages", "");
        backup = shelf.product("Backup", "Copies", "");
        mail = shelf.product("Mail", "Letters", "");
    }

    @Test
    void products_are_ordered_by_what_was_sold_and_tried_once_it_is_added_up() {
        order(backup, "NORMAL");
        order(backup, "NORMAL");
        order(mail, "NORMAL");
        order(wiki, "TRIAL");
        assertThat(ordered("TOPSOLD")).containsExactly(wiki, backup, mail);

        sales.addUp();

        assertThat(ordered("TOPSOLD")).containsExactly(backup, mail, wiki);
        assertThat(ordered("TOPTRIED")).containsExactly(wiki, backup, mail);
    }

    @Test
    void what_was_added_up_is_not_added_up_again() {
        order(mail, "NORMAL");
        sales.addUp();
        order(mail, "NORMAL");
        sales.addUp();
        sales.addUp();

        assertThat(sold(mail)).isEqualTo(2);
    }

    @Test
    void a_trial_that_is_paid_was_sold_and_a_sandbox_never() {
        order(mail, "TRIAL");
        order(wiki, "SANDBOX");
        sales.addUp();
        assertThat(tried(mail)).isOne();

        shelf.jdbc
                .sql("update cmw.subscription set type = 'NORMAL' where product_id = ?")
                .param(mail)
                .update();
        sales.addUp();

        assertThat(tried(mail)).isZero();
        assertThat(sold(mail)).isOne();
        assertThat(sold(wiki)).isZero();
        assertThat(tried(wiki)).isZero();
    }

    @Test
    void a_subscription_that_is_deleted_counts_no_longer() {
        order(mail, "NORMAL");
        sales.addUp();

        shelf.jdbc
                .sql("delete from cmw.subscription where product_id = ?")
                .param(mail)
                .update();
        sales.addUp();

        assertThat(sold(mail)).isZero();
    }

    @Test
    void a_product_that_is_written_anew_keeps_its_sales() {
        order(mail, "NORMAL");
        sales.addUp();

        shelf.set(mail, "name = 'Post'");

        assertThat(sold(mail)).isOne();
    }

    @Test
    void those_who_order_and_add_up_at_the_same_time_lose_nothing() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 40)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    order(number % 2 == 0 ? mail : wiki, "NORMAL");
                    sales.addUp();
                }))
                .toList();
        all.forEach(CompletableFuture::join);
        sales.addUp();

        assertThat(sold(mail)).isEqualTo(20);
        assertThat(sold(wiki)).isEqualTo(20);
    }

    private void order(int product, String type) {
        shelf.jdbc
                .sql("insert into cmw.subscription (type, status, name, product_id, product_name, product_type,"
                        + " product_version_id, product_version_name, vendor_id, buyer_id, price, currency, vat_rate,"
                        + " unkillable, renewable, auto_renew, paid, created_at, updated_at)"
                        + " select ?, 'DEPLOYED', 's', product_id, 'p', 'SYNDICATED', id, 'v', ?, ?, 1, 'EUR', 22, false, false,"
                        + " false, true, now(), now() from cmw.product_version where product_id = ?")
                .params(type, shelf.vendorCompany, buyer, product)
                .update();
    }

    private List<Integer> ordered(String type) {
        return shelf.find(shelf.customer, Map.of("orderingType", type));
    }

    private int sold(int product) {
        return number("sold", product);
    }

    private int tried(int product) {
        return number("tried", product);
    }

    private int number(String column, int product) {
        return shelf.id("select " + column + " from cmw.product_search where product_id = " + product);
    }
}
