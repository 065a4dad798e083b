package io.mercato.processors.cmw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.search.ProductSearch;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.sql.FreshPlans;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Plans and products that are removed after somebody has ordered them. */
class SoldPlansTest {
    private static TestDatabase database;
    private Core core;
    private PlanReader plans;
    private ProductReader products;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void sold() {
        core = new Core(database);
        Tables tables = new Tables(core.jdbc, core.json);
        plans = new PlanReader(tables);
        products = new ProductReader(
                tables, new ProductSearch(new FreshPlans(new NamedParameterJdbcTemplate(database.dataSource()))));
        core.order(core.market.customer, core.market.syndicated, OrderType.NORMAL);
    }

    @Test
    void a_removed_plan_is_read_by_whom_it_was_sold_to_and_by_who_sold_it() {
        core.jdbc
                .sql("update cmw.product_version set deleted = true, published = false where id = ?")
                .param(core.market.syndicated)
                .update();

        for (Principal who : concerned()) {
            assertThat(plans.read(who, core.market.syndicated).id()).isEqualTo(core.market.syndicated);
            assertNotFound(() -> plans.get(who, core.market.syndicated));
            assertThat(plans.list(who, new Filter(Map.of("visibility", "ALL")), PageRequest.FIRST)
                            .items())
                    .noneMatch(plan -> plan.id() == core.market.syndicated);
        }
        others().forEach(who -> assertNotFound(() -> plans.read(who, core.market.syndicated)));
    }

    @Test
    void a_removed_product_is_read_by_whom_it_was_sold_to_and_by_who_sold_it() {
        core.jdbc
                .sql("update cmw.product set deleted = true where id = ?")
                .param(core.market.syndicatedProduct)
                .update();

        for (Principal who : concerned()) {
            assertThat(products.read(who, core.market.syndicatedProduct).id()).isEqualTo(core.market.syndicatedProduct);
            assertNotFound(() -> products.get(who, core.market.syndicatedProduct));
        }
        others().forEach(who -> assertNotFound(() -> products.read(who, core.market.syndicatedProduct)));
    }

    @Test
    void a_plan_that_its_subscription_has_left_is_still_read() {
        core.jdbc
                .sql("update cmw.subscription set product_version_id = ?")
                .param(core.market.larger)
                .update();
        core.jdbc.sql("update cmw.product_version set deleted = true").update();

        assertThat(plans.read(core.market.customer, core.market.syndicated).id())
                .isEqualTo(core.market.syndicated);
        assertThat(plans.read(core.market.customer, core.market.larger).id()).isEqualTo(core.market.larger);
    }

    @Test
    void what_nobody_has_ordered_is_gone() {
        core.jdbc.sql("update cmw.product_version set deleted = true").update();
        core.jdbc.sql("update cmw.product set deleted = true").update();

        for (Principal who : concerned()) {
            assertNotFound(() -> plans.read(who, core.market.smaller));
            assertNotFound(() -> products.read(who, 999_999));
        }
    }

    private List<Principal> concerned() {
        return List.of(
                core.market.customer,
                core.market.colleague,
                core.market.vendor,
                core.market.supervisor,
                core.market.admin);
    }

    private List<Principal> others() {
        return List.of(core.market.stranger, core.market.rival, Principal.ANONYMOUS);
    }

    private static void assertNotFound(ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }
}
