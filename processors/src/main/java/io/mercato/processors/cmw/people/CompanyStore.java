package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.catalogue.Slug;
import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyApproval;
import io.mercato.domain.cmw.people.CompanyChange;
import io.mercato.domain.cmw.people.CompanyDetails;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.cmw.people.Hierarchy;
import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.file.CompanyLogos;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Companies: everybody knows the enabled vendors, in what they say of themselves; the rest is for their people and for
 * those who sell to them.
 */
@Component("companyStore")
public class CompanyStore implements ResourceStore<Company> {
    private static final String TABLE = "cmw.company";
    private static final String COLUMNS = """
            c.*,
            (select count(*) from cmw.product p where p.company_id = c.id and not p.deleted and not p.silent
                and exists (select from cmw.product_version v
                             where v.product_id = p.id and v.published and not v.deleted)) as published_products,
            (select coalesce(jsonb_agg(u.id order by u.id), '[]')
               from cmw."user" u where u.company_id = c.id and not u.deleted) as user_ids
            """;

    private static final int SUGGESTED = 20;

    private final Tables tables;
    private final Places places;
    private final PeopleLog log;
    private final AccountMails mails;
    private final CompanyLogos logos;
    private final Clock clock;

    public CompanyStore(
            Tables tables, Places places, PeopleLog log, AccountMails mails, CompanyLogos logos, Clock clock) {
        this.tables = tables;
        this.places = places;
        this.log = log;
        this.mails = mails;
        this.logos = logos;
        this.clock = clock;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Company> list(Principal principal, Filter filter, PageRequest page) {
        return list(principal, null, filter, page);
    }

    /** @param kind null for all */
    Page<Company> list(Principal principal, CompanyKind kind, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("c.kind = :kind", "kind", kind == null ? null : kind.name())
                .where("c.name ilike :name", "name", Selection.contains(filter.text("companyName")))
                .where(
                        "concat_ws(' ', c.name, c.email_address, case when " + CompanySight.SEES_INSIDE
                                + " then c.tax_code end) ilike :text",
                        "text",
                        Selection.contains(filter.text("textField")))
                .where("lower(c.email_address) = lower(:email)", "email", filter.text("email"))
                .where("c.enabled = :enabled", "enabled", filter.flag("enabled"))
                .where(
                        "c.parent_id = :parent and " + CompanySight.SEES_INSIDE,
                        "parent",
                        filter.integer("distributorId"))
                .page(page, "c.name, c.id")
                .map(company -> shown(company, principal));
    }

    /** The first whose names contain it. */
    public List<Company> suggest(Principal principal, String query) {
        return list(principal, null, new Filter(Map.of("companyName", query)), new PageRequest(1, SUGGESTED))
                .items();
    }

    @Override
    public Company get(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .map(company -> shown(company, principal))
                .orElseThrow(() -> Errors.notFound("company", id));
    }

    public Company byExternalId(Principal principal, String externalId) {
        return seenBy(principal)
                .where("c.external_id = :external_id", "external_id", externalId)
                .first()
                .filter(company -> seesInside(principal, company.id()))
                .map(company -> shown(company, principal))
                .orElseThrow(() -> Errors.notFound("company", externalId));
    }

    public int idOf(Principal principal, String externalId) {
        return byExternalId(principal, externalId).id();
    }

    @Override
    public Company create(Principal principal, Company company) {
        CompanyKind kind = company.kind() == null ? CompanyKind.VENDOR : company.kind();
        Integer parent = Hierarchy.parentOfNew(principal, kind, company.parentId(), places.of(company.parentId()));
        CompanyChange.checkNew(principal, company);
        checkParent(kind, parent);
        String slug = Slug.of(company.slug(), company.name());
        int id = columns(company)
                .set("kind", kind)
                .set("slug", company.slug() == null ? tables.freeSlug(TABLE, slug) : slug)
                .set("enabled", !Boolean.FALSE.equals(company.enabled()))
                .set("logo", company.logo())
                .set("parent_id", parent)
                .set("approval", company.approval() == null ? CompanyApproval.APPROVED : company.approval())
                .setJson("details", company.details() == null ? CompanyDetails.NONE : company.details())
                .insert();
        if (company.logoFileId() != null) {
            logos.give(principal, id, company.logoFileId());
        }
        Company made = stored(id);
        log.created(principal, made);
        return shown(made, principal);
    }

    @Override
    public Company update(Principal principal, int id, Company asked) {
        get(principal, id);
        CompanyDetails now = details(stored(id));
        CompanyDetails details = asked.details() == null
                ? now
                : now.registered(asked.details().rea(), asked.details().ri());
        return change(principal, id, asked, details);
    }

    /** @param details what only its kind has, as a whole */
    Company change(Principal principal, int id, Company asked, CompanyDetails details) {
        requireWritable(principal, id);
        Company now = stored(id);
        CompanyChange change = CompanyChange.checked(principal, places.of(id), now, asked.withDetails(details));
        Company company = change.company();
        checkParent(company.kind(), company.parentId());
        columns(company)
                .set("slug", company.slug())
                .set("enabled", company.enabled())
                .set("parent_id", company.parentId())
                .set("approval", company.approval())
                .setJson("details", company.details())
                .set("updated_at", Rows.at(clock.instant()))
                .update(id);
        if (!Objects.equals(company.logoFileId(), now.logoFileId())) {
            logos.give(principal, id, company.logoFileId());
        }
        log.changed(principal, now, company);
        if (change.approves()) {
            mails.vendorApproved(company);
        }
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        get(principal, id);
        if (!PeopleAccess.mayBlockCompany(principal, places.of(id))) {
            throw Errors.forbidden();
        }
        PeopleAccess.requireRemovable(places.of(id));
        tables.delete(TABLE, id);
        log.deleted(principal, PeopleLog.COMPANY, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        Company company = get(principal, id);
        boolean decides = company.approval() == CompanyApproval.REQUESTED && PeopleAccess.mayApprove(principal);
        if (!decides && !PeopleAccess.mayChangeCompany(principal, places.of(id))) {
            throw Errors.forbidden();
        }
    }

    /** With everything, for whoever has seen to it that this may be. */
    private Company stored(int id) {
        return tables.select(Company.class, COLUMNS, TABLE + " c")
                .where("c.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("company", id));
    }

    private Company shown(Company company, Principal who) {
        if (PeopleAccess.mayChangeCompany(who, company.id())) {
            return company;
        }
        return seesInside(who, company.id()) ? company.withoutSecret() : company.reduced();
    }

    private boolean seesInside(Principal who, int company) {
        boolean seller = who.role() == Role.DISTRIBUTOR || who.role() == Role.RESELLER;
        return PeopleAccess.seesInside(who, company) || seller && Hierarchy.isAbove(who, places.of(company));
    }

    private void checkParent(CompanyKind kind, Integer parent) {
        String field = kind == CompanyKind.RESELLER ? "distributors" : "reseller";
        tables.requireReference(TABLE, parent, field, kind == CompanyKind.RESELLER ? "distributor" : "reseller");
        Hierarchy.check(kind, places.kindOf(parent), field);
    }

    private static CompanyDetails details(Company company) {
        return company.details() == null ? CompanyDetails.NONE : company.details();
    }

    private Selection<Company> seenBy(Principal who) {
        return CompanySight.ofCompanies(who, tables.select(Company.class, COLUMNS, TABLE + " c"));
    }

    private Columns columns(Company company) {
        return tables.columns(TABLE)
                .set("name", company.name())
                .set("email_address", company.emailAddress())
                .set("technical_email_address", company.technicalEmailAddress())
                .set("phone_number", company.phoneNumber())
                .set("company_url", company.companyUrl())
                .set("company_description", company.companyDescription())
                .set("external_id", company.externalId())
                .set("tax_code", company.taxCode())
                .set("language", company.language() == null ? "en" : company.language())
                .setJson("address", company.address())
                .set("notification_secret_token", company.notificationSecretToken())
                .set("syndication_endpoint", company.syndicationEndpoint());
    }
}
