package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Erasure;
import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes companies, alone or with their people and products. */
@Component("companyRemoval")
public class CompanyRemoval {
    private final JdbcClient jdbc;
    private final CompanyStore companies;
    private final Places places;
    private final UserStore users;
    private final PeopleLog log;

    public CompanyRemoval(JdbcClient jdbc, CompanyStore companies, Places places, UserStore users, PeopleLog log) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.places = places;
        this.users = users;
        this.log = log;
    }

    /** {@code deep=true} takes its people and products along; otherwise what it still has is a reason to refuse. */
    public void remove(Principal principal, int id, Filter filter) {
        if (!Boolean.TRUE.equals(filter.flag("deep"))) {
            companies.delete(principal, id);
            return;
        }
        companies.get(principal, id);
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        PeopleAccess.requireRemovable(places.of(id));
        Erasure.check(subscriptions(id));
        refuseParent(id);
        people(id).forEach(user -> users.delete(principal, user));
        lockProducts(id);
        jdbc.sql("update cmw.product set deleted = true, revision = revision + 1 where company_id = ? and not deleted")
                .param(id)
                .update();
        jdbc.sql("update cmw.company set deleted = true, enabled = false, slug = null, external_id = null,"
                        + " notification_secret_token = null, revision = revision + 1 where id = ?")
                .param(id)
                .update();
        log.deleted(principal, PeopleLog.COMPANY, id);
    }

    /** Bundles after what they hold, as the catalogue does. */
    private void lockProducts(int company) {
        jdbc.sql("select id from cmw.product where company_id = ? and not deleted"
                        + " order by type = 'BUNDLE', id for no key update")
                .param(company)
                .query(Integer.class)
                .list();
    }

    /** Of its products, and what it has bought. */
    private List<SubscriptionStatus> subscriptions(int id) {
        return jdbc.sql("select status from cmw.subscription where vendor_id = :id or buyer_company_id = :id")
                .param("id", id)
                .query((row, index) -> SubscriptionStatus.valueOf(row.getString("status")))
                .list();
    }

    private void refuseParent(int id) {
        boolean parent = jdbc.sql("select exists (select from cmw.company where parent_id = ? and not deleted)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (parent) {
            throw Errors.conflict("still-a-parent", "Other companies still belong to company " + id);
        }
    }

    private List<Integer> people(int id) {
        return jdbc.sql("select id from cmw.\"user\" where company_id = ? and not deleted order by id")
                .param(id)
                .query(Integer.class)
                .list();
    }
}
