package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyDetails;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.ResourceStore;
import java.util.Objects;

/** The companies of one kind as a resource of their own: of another kind there is none here. */
public class CompaniesOfKind implements ResourceStore<Company> {
    private final CompanyStore companies;
    private final CompanyKind kind;

    CompaniesOfKind(CompanyStore companies, CompanyKind kind) {
        this.companies = companies;
        this.kind = kind;
    }

    @Override
    public String table() {
        return companies.table();
    }

    @Override
    public Page<Company> list(Principal principal, Filter filter, PageRequest page) {
        return companies.list(principal, kind, filter, page);
    }

    @Override
    public Company get(Principal principal, int id) {
        Company company = companies.get(principal, id);
        if (company.kind() != kind) {
            throw Errors.notFound(kind.resource(), id);
        }
        return company;
    }

    @Override
    public Company create(Principal principal, Company asked) {
        return companies.create(principal, asked.as(kind));
    }

    @Override
    public Company update(Principal principal, int id, Company asked) {
        get(principal, id);
        return companies.change(principal, id, asked, Objects.requireNonNullElse(asked.details(), CompanyDetails.NONE));
    }

    @Override
    public void delete(Principal principal, int id) {
        get(principal, id);
        companies.delete(principal, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        get(principal, id);
        companies.requireWritable(principal, id);
    }
}
