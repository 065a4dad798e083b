package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.CompanyGroup;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.people.Place;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import org.springframework.stereotype.Component;

/** Groups of people within customers' companies: who sees the inside of the company sees them. */
@Component("companyGroupStore")
public class CompanyGroupStore implements ResourceStore<CompanyGroup> {
    private static final String TABLE = "cmw.company_group";

    private final Tables tables;
    private final Places places;

    public CompanyGroupStore(Tables tables, Places places) {
        this.tables = tables;
        this.places = places;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<CompanyGroup> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("g.user_company_id = :company", "company", filter.integer("userCompanyId"))
                .page(page, "g.name, g.id");
    }

    @Override
    public CompanyGroup get(Principal principal, int id) {
        CompanyGroup group = seenBy(principal)
                .where("g.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("companyGroup", id));
        if (!PeopleAccess.seesInside(principal, places.of(group.userCompanyId()))) {
            throw Errors.notFound("companyGroup", id);
        }
        return group;
    }

    @Override
    public CompanyGroup create(Principal principal, CompanyGroup asked) {
        Place place = places.of(asked.userCompanyId());
        if (place == null || place.kind() != CompanyKind.CUSTOMER || !PeopleAccess.seesInside(principal, place)) {
            throw Errors.unknownReference("userCompany", "userCompany/" + asked.userCompanyId());
        }
        requireChange(principal, place);
        return get(
                principal,
                columns(asked).set("user_company_id", asked.userCompanyId()).insert());
    }

    @Override
    public CompanyGroup update(Principal principal, int id, CompanyGroup asked) {
        requireWritable(principal, id);
        columns(asked).update(id);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        requireChange(principal, places.of(get(principal, id).userCompanyId()));
    }

    private static void requireChange(Principal principal, Place place) {
        if (!PeopleAccess.mayChangeCompany(principal, place)) {
            throw Errors.forbidden();
        }
    }

    private Columns columns(CompanyGroup group) {
        return tables.columns(TABLE).set("name", group.name()).set("identifier", group.identifier());
    }

    private Selection<CompanyGroup> seenBy(Principal principal) {
        return CompanySight.ofCompanies(
                        principal,
                        tables.select(
                                CompanyGroup.class, "g.*", TABLE + " g join cmw.company c on c.id = g.user_company_id"))
                .where(":staff or c.id = :own or :seller");
    }
}
