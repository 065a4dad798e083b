package io.mercato.boot.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.processors.cmw.people.OwnerStore;
import io.mercato.processors.database.TestDatabase;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class FirstStartTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");
    private static final OwnerProperties OWNER = new OwnerProperties(
            "Acme", "root@acme.example", "root", "Acme Market", "CHF", new BigDecimal("8.1"), "#aa0000");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void an_empty_platform_gets_its_owner_marketplace_and_administrator_once() {
        start();
        start();

        assertThat(DATABASE.jdbc()
                        .sql(
                                "select m.name || ' ' || m.currency || ' ' || m.vat || ' ' || c.kind from cmw.marketplace m"
                                        + " join cmw.company c on c.id = m.company_id")
                        .query(String.class)
                        .list())
                .containsExactly("Acme Market CHF 8.10 PLATFORM");
        assertThat(DATABASE.jdbc()
                        .sql("select user_name || ' ' || role from cmw.\"user\"")
                        .query(String.class)
                        .list())
                .containsExactly("root SUPERADMIN");
    }

    private static void start() {
        new FirstStart(new JdbcTransactionManager(DATABASE.dataSource()), new OwnerStore(DATABASE.jdbc()), OWNER)
                .afterSingletonsInstantiated();
    }
}
