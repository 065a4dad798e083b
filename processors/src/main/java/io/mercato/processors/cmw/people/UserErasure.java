package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Erasure;
import io.mercato.domain.cmw.people.UserDetails;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.cmw.mail.Mailbox;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases people: what {@link Erasure} lists, in one transaction. */
@Component
public class UserErasure {
    private static final String NOBODY = "somebody who was erased";

    private final Tables tables;
    private final JdbcClient jdbc;
    private final CloudCredentialStore credentials;
    private final UserFiles files;
    private final AccountOrders accounts;
    private final Mailbox mails;
    private final PeopleLog log;
    private final Clock clock;

    public UserErasure(
            Tables tables,
            CloudCredentialStore credentials,
            UserFiles files,
            AccountOrders accounts,
            Mailbox mails,
            PeopleLog log,
            Clock clock) {
        this.tables = tables;
        this.jdbc = tables.jdbc();
        this.credentials = credentials;
        this.files = files;
        this.accounts = accounts;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /** CONFLICT while he has something that runs. */
    void erase(Principal principal, int id) {
        Erasure.check(subscriptions(id));
        accounts.accountOf(id).ifPresent(this::forbidReturn);
        accounts.removed(id);
        mails.forget(addresses(id), "user/" + id);
        freezeInvoices(id);
        credentialsOf(id).forEach(credential -> credentials.delete(Principal.SYSTEM, credential));
        files.remove(id);
        forget(id);
        anonymise(id);
        log.deleted(principal, PeopleLog.USER, id);
    }

    /** The one of now, and those that he had before. */
    private List<String> addresses(int id) {
        return jdbc.sql("""
                        select email from cmw."user" where id = :id
                         union
                        select value ->> 'left' from cmw.changelog c cross join jsonb_array_elements(c.changes) value
                         where c.entity = :entity and c.entity_id = :id and value ->> 'property' = 'email'
                           and value ->> 'left' is not null
                         order by 1
                        """)
                .param("id", id)
                .param("entity", PeopleLog.USER)
                .query(String.class)
                .list();
    }

    private void forbidReturn(String account) {
        jdbc.sql("insert into cmw.erased_account (digest) values (?) on conflict do nothing")
                .param(TokenStore.hash(account))
                .update();
    }

    private List<SubscriptionStatus> subscriptions(int id) {
        return jdbc.sql("select status from cmw.subscription where buyer_id = ?")
                .param(id)
                .query((row, index) -> SubscriptionStatus.valueOf(row.getString("status")))
                .list();
    }

    /** Tax law wants to know to whom an invoice was written. */
    private void freezeInvoices(int id) {
        jdbc.sql("""
                        update cmw.invoice i set recipient = jsonb_strip_nulls(jsonb_build_object(
                               'name', u.name, 'surname', u.surname, 'address', u.address,
                               'fiscalCode', u.fiscal_code, 'companyName', c.name, 'companyTaxCode', c.tax_code,
                               'companyAddress', c.address))
                          from cmw."user" u left join cmw.company c on c.id = u.company_id
                         where u.id = i.nominee_id and u.id = ? and i.recipient is null
                        """).param(id).update();
    }

    private List<Integer> credentialsOf(int id) {
        return jdbc.sql("select id from cmw.cloud_credential where user_id = ?")
                .param(id)
                .query(Integer.class)
                .list();
    }

    private void forget(int id) {
        jdbc.sql("delete from cmw.cart where customer_id = ? and checked_out_at is null")
                .param(id)
                .update();
        List.of("auth_token", "user_token", "user_company_metadata", "notification", "idempotency_key")
                .forEach(table -> jdbc.sql("delete from cmw." + table + " where user_id = ?")
                        .param(id)
                        .update());
    }

    private void anonymise(int id) {
        jdbc.sql("update cmw.subscription set machine = jsonb_set(machine, '{publicKey}', '\"\"')"
                        + " where buyer_id = ? and machine is not null")
                .param(id)
                .update();
        jdbc.sql("update cmw.changelog set changes = '[]' where entity = 'user' and entity_id = ?")
                .param(id)
                .update();
        jdbc.sql("update cmw.changelog set author = ? where author_id = ?")
                .params(NOBODY, id)
                .update();
        jdbc.sql("update cmw.product_draft set author = ? where author_id = ?")
                .params(NOBODY, id)
                .update();
        tables.columns("cmw.\"user\"")
                .set("user_name", Erasure.userName(id))
                .set("email", Erasure.email(id))
                .set("name", "")
                .set("surname", "")
                .set("company_id", null)
                .set("company_group_id", null)
                .set("keycloak_id", null)
                .set("phone_number", null)
                .set("public_key", null)
                .set("address", null)
                .set("fiscal_code", null)
                .set("external_id", null)
                .setJson("metadata", Map.of())
                .setJson("details", UserDetails.NONE)
                .set("enabled", false)
                .set("deleted", true)
                .set("erased_at", Rows.at(clock.instant()))
                .set("updated_at", Rows.at(clock.instant()))
                .update(id);
    }
}
