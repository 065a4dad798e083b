package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.catalogue.Slug;
import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Companies: everybody knows the enabled vendors, in what they say of themselves; the rest is for their people. */
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

    private final Tables tables;

    public CompanyStore(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Company> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("c.name ilike :name", "name", Selection.contains(filter.text("companyName")))
                .where("lower(c.email_address) = lower(:email)", "email", filter.text("email"))
                .where("c.enabled = :enabled", "enabled", filter.flag("enabled"))
                .page(page, "c.name, c.id")
                .map(company -> shown(company, principal));
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
                .filter(company -> PeopleAccess.seesInside(principal, company.id()))
                .map(company -> shown(company, principal))
                .orElseThrow(() -> Errors.notFound("company", externalId));
    }

    @Override
    public Company create(Principal principal, Company company) {
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        String slug = Slug.of(company.slug(), company.name());
        int id = columns(company)
                .set("kind", company.kind() == null ? CompanyKind.VENDOR : company.kind())
                .set("slug", company.slug() == null ? tables.freeSlug(TABLE, slug) : slug)
                .set("enabled", !Boolean.FALSE.equals(company.enabled()))
                .set("logo", company.logo())
                .insert();
        return get(principal, id);
    }

    @Override
    public Company update(Principal principal, int id, Company asked) {
        requireWritable(principal, id);
        Company now = get(principal, id);
        Boolean enabled = asked.enabled() == null ? now.enabled() : asked.enabled();
        if (!Objects.equals(enabled, now.enabled()) && !principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        String token = asked.notificationSecretToken();
        columns(asked)
                .set("slug", asked.slug() == null ? now.slug() : Slug.of(asked.slug(), asked.name()))
                .set("enabled", enabled)
                .set("notification_secret_token", token == null ? now.notificationSecretToken() : token)
                .set("updated_at", OffsetDateTime.now(ZoneOffset.UTC))
                .update(id);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        get(principal, id);
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        get(principal, id);
        if (!PeopleAccess.mayChangeCompany(principal, id)) {
            throw Errors.forbidden();
        }
    }

    private static Company shown(Company company, Principal who) {
        if (PeopleAccess.mayChangeCompany(who, company.id())) {
            return company;
        }
        return PeopleAccess.seesInside(who, company.id()) ? company.withoutSecret() : company.reduced();
    }

    private Selection<Company> seenBy(Principal who) {
        return tables.select(Company.class, COLUMNS, TABLE + " c")
                .with("staff", who.role().isStaff())
                .with("own", who.companyId() == null ? 0 : who.companyId())
                .where(":staff or c.id = :own or (c.enabled and c.kind in ('PLATFORM', 'VENDOR'))");
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
