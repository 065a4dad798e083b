package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.catalogue.Comment;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cmw.catalogue.CommentStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommentApiTest extends ApiTest {
    @Autowired
    private CommentStore comments;

    @Autowired
    private DataSource dataSource;

    private int product;
    private int plan;

    @BeforeEach
    void aProduct() {
        product = post(
                        vendor,
                        "/product",
                        "{'type': 'SYNDICATED', 'name': 'Notes', 'category': {'url': 'category/" + category + "'}}")
                .is(201)
                .id();
        plan = post(
                        vendor,
                        "/productVersion",
                        "{'product': {'url': 'product/" + product
                                + "'}, 'name': 'Basic', 'price': 1, 'billingPeriod': 1, 'published': true}")
                .is(201)
                .id();
        owns(customer, true);
    }

    private void owns(Principal buyer, boolean hadIt) {
        jdbc.sql("insert into cmw.subscription (name, type, status, product_id, product_name, product_type,"
                        + " product_version_id, product_version_name, vendor_id, buyer_id, buyer_company_id, price,"
                        + " currency, vat_rate, unkillable, renewable, auto_renew, paid, start_date, created_at, updated_at)"
                        + " values ('Notes', 'NORMAL', 'UNDEPLOYED', ?, 'Notes', 'SYNDICATED', ?, 'Basic', ?, ?, ?, 1,"
                        + " 'EUR', 22, false, true, true, true, case when ? then now() end, now(), now())")
                .params(product, plan, vendor.companyId(), buyer.userId(), buyer.companyId(), hadIt)
                .update();
    }

    private String comment(String more) {
        return "{'product': {'url': 'product/" + product + "'}, " + more + "}";
    }

    private String rating() {
        return jdbc.sql("select rating || ' of ' || rating_count from cmw.product where id = ?")
                .param(product)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Test
    void a_customer_says_what_he_thinks_of_what_he_has_had() {
        Answer made = post(customer, "/comment", comment("'rating': 4, 'comment': ' Does what it says. '"))
                .is(201);

        assertThat(made.text("/self")).isEqualTo("comment/" + made.id());
        assertThat(made.text("/product/url")).isEqualTo("product/" + product);
        assertThat(made.text("/user/url")).isEqualTo("user/" + customer.userId());
        assertThat(made.text("/comment")).isEqualTo("Does what it says.");
        assertThat(made.text("/rating")).isEqualTo("4");
        assertThat(made.text("/userName")).isEqualTo(customer.userName());
        assertThat(made.text("/realName")).isEqualTo("Ada Byron");
        assertThat(made.text("/date")).endsWith("Z");
        assertThat(made.body().get("availableOperations")).hasSize(3);
    }

    @Test
    void others_read_it_without_the_whole_name() {
        int id = post(customer, "/comment", comment("'rating': 4")).is(201).id();

        for (Principal who : List.of(Principal.ANONYMOUS, stranger, vendor, rival)) {
            Answer read = get(who, "/comment/" + id).is(200);
            assertThat(read.text("/realName")).isEqualTo("Ada B.");
            assertThat(read.body().has("userName")).isFalse();
            assertThat(read.body().get("availableOperations")).hasSize(1);
        }
        assertThat(get(supervisor, "/comment/" + id).text("/realName")).isEqualTo("Ada Byron");
        assertThat(get(admin, "/comment/" + id).body().get("availableOperations"))
                .hasSize(2);
    }

    @Test
    void the_product_has_the_average_and_the_count_of_its_ratings() {
        Principal second = user(Role.USER, null);
        Principal third = user(Role.USER, null);
        Principal quiet = user(Role.USER, null);
        List.of(second, third, quiet).forEach(who -> owns(who, true));
        int first = post(customer, "/comment", comment("'rating': 5")).is(201).id();
        post(second, "/comment", comment("'rating': 4")).is(201);
        int last = post(third, "/comment", comment("'rating': 2")).is(201).id();
        post(quiet, "/comment", comment("'comment': 'Nothing to add.'")).is(201);
        assertThat(rating()).isEqualTo("3.67 of 3");

        put(third, "/comment/" + last, comment("'rating': 3")).is(200);
        assertThat(rating()).isEqualTo("4.00 of 3");

        delete(customer, "/comment/" + first).is(204);
        assertThat(rating()).isEqualTo("3.50 of 2");

        put(third, "/comment/" + last, comment("'comment': 'Only words.'")).is(200);
        assertThat(rating()).isEqualTo("4.00 of 1");
    }

    @Test
    void without_a_rating_there_is_no_average() {
        int id = post(customer, "/comment", comment("'rating': 1")).is(201).id();
        delete(customer, "/comment/" + id).is(204);

        assertThat(jdbc.sql("select rating from cmw.product where id = ?")
                        .param(product)
                        .query(BigDecimal.class)
                        .optional())
                .isEmpty();
        assertThat(jdbc.sql("select rating_count from cmw.product where id = ?")
                        .param(product)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void many_who_rate_side_by_side_are_all_counted() throws InterruptedException, ExecutionException {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        List<Callable<Comment>> all = IntStream.range(0, 8)
                .mapToObj(i -> {
                    Principal who = user(Role.USER, null);
                    owns(who, true);
                    Comment asked = new Comment(
                            null, product, who.userId(), null, "", i % 2 == 0 ? 5 : 2, "", null, false, false);
                    return (Callable<Comment>) () -> transaction.execute(tx -> comments.create(who, asked));
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Comment> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(rating()).isEqualTo("3.50 of 8");
    }

    @Test
    void one_customer_comments_once_on_a_product() {
        post(customer, "/comment", comment("'rating': 4")).is(201);
        post(customer, "/comment", comment("'rating': 5")).fails(409, "already-commented");
        assertThat(rating()).isEqualTo("4.00 of 1");
    }

    @Test
    void who_has_never_had_it_does_not_comment() {
        post(stranger, "/comment", comment("'rating': 1")).fails(422, "product-not-owned");
        owns(stranger, false);
        post(stranger, "/comment", comment("'rating': 1")).fails(422, "product-not-owned");
        owns(stranger, true);
        jdbc.sql("update cmw.subscription set type = 'SANDBOX' where buyer_id = ?")
                .param(stranger.userId())
                .update();
        post(stranger, "/comment", comment("'rating': 1")).fails(422, "product-not-owned");
        post(vendor, "/comment", comment("'rating': 5")).is(403);
        post(admin, "/comment", comment("'rating': 5")).is(403);
        post(Principal.ANONYMOUS, "/comment", comment("'rating': 5")).is(401);
    }

    @Test
    void a_colleague_of_the_buyer_comments() {
        int company = company("CUSTOMER");
        owns(user(Role.USER, company), true);

        post(user(Role.USER, company), "/comment", comment("'rating': 3")).is(201);
    }

    @Test
    void the_author_changes_it_and_administrators_remove_it() {
        String path = "/comment/"
                + post(customer, "/comment", comment("'rating': 4")).is(201).id();

        put(stranger, path, comment("'rating': 1")).is(403);
        put(vendor, path, comment("'rating': 5")).is(403);
        put(supervisor, path, comment("'rating': 5")).is(403);
        put(admin, path, comment("'rating': 5")).is(403);
        delete(stranger, path).is(403);
        delete(vendor, path).is(403);
        delete(supervisor, path).is(403);
        assertThat(put(customer, path, comment("'rating': 2, 'comment': 'Not any more.'"))
                        .is(200)
                        .text("/comment"))
                .isEqualTo("Not any more.");
        delete(admin, path).is(204);
        get(customer, path).is(404);
        assertThat(jdbc.sql("select rating_count from cmw.product where id = ?")
                        .param(product)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_breaks_a_rule_is_named() {
        post(customer, "/comment", comment("'rating': 0")).fails(400, "rating");
        post(customer, "/comment", comment("'rating': 6")).fails(400, "rating");
        post(customer, "/comment", comment("'comment': '" + "x".repeat(8193) + "'"))
                .fails(400, "comment");
        post(customer, "/comment", comment("'comment': ' '")).fails(400, "rating");
        post(customer, "/comment", "{'rating': 3}").fails(400, "product");
        post(customer, "/comment", "{'rating': 3, 'product': {'url': 'product/999999'}}")
                .fails(422, "product/999999");
        get(customer, "/comment/999999").is(404);
        int id = post(customer, "/comment", comment("'rating': 3")).is(201).id();
        put(customer, "/comment/" + id, "{'rating': 3, 'product': {'url': 'product/1'}}")
                .fails(409, "stays with");
    }

    @Test
    void comments_are_listed_by_product_and_by_author_the_newest_first() {
        Principal second = user(Role.USER, null);
        owns(second, true);
        int first = post(customer, "/comment", comment("'rating': 4")).is(201).id();
        int last = post(second, "/comment", comment("'rating': 2")).is(201).id();

        for (String by : List.of(
                "/comment?product=" + product, "/comment?productId=" + product, "/comment/product=" + product)) {
            assertThat(ids(get(Principal.ANONYMOUS, by))).containsExactly(last, first);
        }
        for (String by : List.of("user", "userId")) {
            assertThat(ids(get(vendor, "/comment?" + by + "=" + customer.userId())))
                    .containsExactly(first);
        }
        Answer page = get(vendor, "/comment/product=" + product + "?pageSize=1&pageNumber=2")
                .is(200);
        assertThat(ids(page)).containsExactly(first);
        assertThat(page.response().getHeaders().getFirst("CMW-TotalItems")).isEqualTo("2");
        get(vendor, "/comment/product=999999").is(404);
        get(vendor, "/comment?product=x").fails(400, "product");
    }

    @Test
    void comments_on_what_nobody_sees_are_not_seen() {
        int id = post(customer, "/comment", comment("'rating': 4")).is(201).id();
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(plan)
                .update();

        get(stranger, "/comment/" + id).is(404);
        get(stranger, "/comment/product=" + product).is(404);
        assertThat(ids(get(stranger, "/comment?product=" + product))).isEmpty();
        get(vendor, "/comment/" + id).is(200);
    }

    private static List<Integer> ids(Answer answer) {
        answer.is(200);
        return answer.body().findValues("id").stream().map(id -> id.asInt()).toList();
    }
}
