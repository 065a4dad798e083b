package io.mercato.processors.cmw.people;

import io.mercato.domain.identity.Role;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The owner of the platform, with the marketplace and the first administrator: all that an empty platform needs. */
@Component
public class OwnerStore {
    private final JdbcClient jdbc;

    public OwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param vat rate in percent
     * @param primaryColour as {@code #0b5cad}
     */
    public record Marketplace(String name, String currency, BigDecimal vat, String primaryColour) {}

    /** Whether nobody owns the platform yet. Of two processes that ask, the second one waits for the first's transaction. */
    public boolean isEmpty() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mercato-first-start'))")
                .query((row, index) -> true)
                .list();
        return jdbc.sql("select not exists (select from cmw.marketplace)")
                .query(Boolean.class)
                .single();
    }

    public void create(String company, String email, String administrator, Marketplace marketplace) {
        int owner = jdbc.sql(
                        "insert into cmw.company (kind, name, email_address) values ('PLATFORM', ?, ?) returning id")
                .params(company, email)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into cmw.marketplace (slug, name, company_id, currency, vat, primary_colour)"
                        + " values ('mercato', ?, ?, ?, ?, ?)")
                .params(
                        marketplace.name(),
                        owner,
                        marketplace.currency(),
                        marketplace.vat(),
                        marketplace.primaryColour())
                .update();
        jdbc.sql("insert into cmw.\"user\" (user_name, email, name, surname, role, company_id)"
                        + " values (?, ?, 'First', 'Administrator', ?, ?)")
                .params(administrator, email, Role.SUPERADMIN.name(), owner)
                .update();
    }
}
