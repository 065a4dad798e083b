package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.processors.cmw.Revisions;
import io.mercato.processors.cmw.catalogue.ProductVersionStore;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection is in the middle of a change of a plan, while somebody calls on another one. */
class CatalogueSideBySideTest extends CatalogueTest {
    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Revisions revisions;

    @Autowired
    private ProductVersionStore plans;

    @Test
    void a_product_is_deleted_after_the_change_of_its_plan_that_began_before() {
        int product = published("Wiki");
        int plan = planOf(admin, product);

        Answer deleted = whileChanging(plan, () -> delete(vendor, "/product/" + product));

        deleted.is(204);
        assertThat(revision(plan)).isGreaterThan(1);
        get(admin, "/productVersion/" + plan).is(404);
    }

    @Test
    void of_two_plans_that_become_the_recommended_one_the_later_one_is() {
        int product = published("Wiki");
        int second = planOf(admin, product);
        String asked = plan(product, "'published': true, 'recommended': true, 'price': 2");
        int first = post(admin, "/productVersion", asked).is(201).id();

        Answer changed = whileChanging(first, () -> put(admin, "/productVersion/" + second, asked));

        changed.is(200);
        assertThat(recommended(first)).isFalse();
        assertThat(recommended(second)).isTrue();
    }

    @Test
    void a_plan_is_made_after_the_change_of_another_that_began_before() {
        int product = published("Wiki");
        String asked = plan(product, "'published': true, 'recommended': true, 'price': 3");
        int plan = post(admin, "/productVersion", asked).is(201).id();

        whileChanging(plan, () -> post(admin, "/productVersion", asked)).is(201);

        assertThat(recommended(plan)).isFalse();
    }

    /** Somebody calls after the plan has been locked and before it is written; he has to wait. */
    private Answer whileChanging(int plan, Supplier<Answer> call) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        CompletableFuture<Answer> called = transaction.execute(status -> {
            revisions.lock(admin, "productVersionStore", plan, null);
            CompletableFuture<Answer> calling = CompletableFuture.supplyAsync(call);
            await().until(() -> jdbc.sql(WAITING).query(Integer.class).single() == 1);
            plans.update(admin, plan, plans.get(admin, plan));
            return calling;
        });
        return called.join();
    }

    private int revision(int plan) {
        return jdbc.sql("select revision from cmw.product_version where id = ?")
                .param(plan)
                .query(Integer.class)
                .single();
    }

    private boolean recommended(int plan) {
        return jdbc.sql("select recommended from cmw.product_version where id = ?")
                .param(plan)
                .query(Boolean.class)
                .single();
    }
}
