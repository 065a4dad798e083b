package io.mercato.processors.cmw.catalogue;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks of the catalogue, held until the transaction ends. There is one order for all: a product, its plans, and then
 * the products of the bundles that hold them; rows of one kind by their ids.
 */
final class CatalogueLocks {
    private final JdbcClient jdbc;

    CatalogueLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void product(int product) {
        lock("select id from cmw.product where id = ?", product);
    }

    void productOfPlan(int plan) {
        productsOfPlans(plan);
    }

    void productsOfPlans(Collection<Integer> plans) {
        productsOfPlans(plans.toArray(Integer[]::new));
    }

    void plansOf(int product) {
        lock("select id from cmw.product_version where product_id = ? order by id", product);
    }

    private void productsOfPlans(Integer... plans) {
        lock(
                "select id from cmw.product where id in (select product_id from cmw.product_version where id = any(?))"
                        + " order by id",
                (Object) plans);
    }

    private void lock(String rows, Object of) {
        jdbc.sql(rows + " for no key update").param(of).query(Integer.class).list();
    }
}
