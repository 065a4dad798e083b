package io.mercato.boot.owner;

import io.mercato.domain.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an empty platform usable: its owner, its marketplace and its first administrator, once. All else is done through
 * the platform itself.
 */
@Component
@ConditionalOnProperty(name = "mercato.demo", havingValue = "false")
class FirstStart implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final OwnerProperties owner;

    FirstStart(PlatformTransactionManager transactionManager, JdbcClient jdbc, OwnerProperties owner) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (isEmpty()) {
                fill();
                LOG.info("{} owns the platform; its first administrator is {}", owner.company(), owner.administrator());
            }
        });
    }

    /** Of two processes that start on one empty database, the second one waits for the first. */
    private boolean isEmpty() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mercato-first-start'))")
                .query((row, index) -> true)
                .list();
        return jdbc.sql("select not exists (select from cmw.marketplace)")
                .query(Boolean.class)
                .single();
    }

    private void fill() {
        int company = jdbc.sql(
                        "insert into cmw.company (kind, name, email_address) values ('PLATFORM', ?, ?) returning id")
                .params(owner.company(), owner.email())
                .query(Integer.class)
                .single();
        jdbc.sql("insert into cmw.marketplace (slug, name, company_id, currency, vat, primary_colour)"
                        + " values ('mercato', ?, ?, ?, ?, ?)")
                .params(owner.marketplace(), company, owner.currency(), owner.vat(), owner.primaryColour())
                .update();
        jdbc.sql("insert into cmw.\"user\" (user_name, email, name, surname, role, company_id)"
                        + " values (?, ?, 'First', 'Administrator', ?, ?)")
                .params(owner.administrator(), owner.email(), Role.SUPERADMIN.name(), company)
                .update();
    }
}
