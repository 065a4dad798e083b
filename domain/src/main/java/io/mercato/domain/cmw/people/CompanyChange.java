package io.mercato.domain.cmw.people;

import io.mercato.domain.cmw.catalogue.Slug;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.Objects;

/**
 * What somebody may change of a company: its own people what it says of itself, who manages it also whether it is
 * blocked, administrators everything. Staff that may only let it in changes nothing else.
 *
 * @param company as it is to be
 * @param approves whether it is let in by this
 */
public record CompanyChange(Company company, boolean approves) {

    /** {@code asked} with what it leaves open filled from {@code now}; FORBIDDEN for what the caller may not change. */
    public static CompanyChange checked(Principal who, Place place, Company now, Company asked) {
        boolean enabled = Boolean.TRUE.equals(asked.enabled() == null ? now.enabled() : asked.enabled());
        boolean switched = enabled != Boolean.TRUE.equals(now.enabled());
        if (switched && now.kind() == CompanyKind.PLATFORM) {
            throw PeopleAccess.runsThePlatform(place);
        }
        boolean requested = now.approval() == CompanyApproval.REQUESTED;
        boolean approves = requested && enabled;
        if (approves && !PeopleAccess.mayApprove(who)
                || switched && !approves && !PeopleAccess.mayBlockCompany(who, place)) {
            throw Errors.forbidden();
        }
        if (!PeopleAccess.mayChangeCompany(who, place)) {
            return new CompanyChange(filled(now, now, enabled), approves);
        }
        Company company = filled(now, asked, enabled);
        boolean standing = Objects.equals(now.parentId(), company.parentId())
                && details(now).sameGrants(details(company));
        if (!standing && !who.role().isAdministrator()
                || !details(now).sameTerms(details(company)) && !PeopleAccess.mayBlockCompany(who, place)) {
            throw Errors.forbidden();
        }
        return new CompanyChange(company, approves);
    }

    /** FORBIDDEN when a new company is to have from its beginning what only administrators grant. */
    public static void checkNew(Principal who, Company asked) {
        if (!details(asked).sameGrants(CompanyDetails.NONE) && !who.role().isAdministrator()) {
            throw Errors.forbidden();
        }
    }

    private static Company filled(Company now, Company asked, boolean enabled) {
        CompanyApproval approval =
                now.approval() == CompanyApproval.REQUESTED && enabled ? CompanyApproval.APPROVED : now.approval();
        return new Company(
                now.id(),
                now.kind(),
                asked.name(),
                asked.emailAddress(),
                asked.technicalEmailAddress(),
                asked.phoneNumber(),
                asked.companyUrl(),
                asked.companyDescription(),
                asked.slug() == null ? now.slug() : Slug.of(asked.slug(), asked.name()),
                asked.externalId(),
                asked.taxCode(),
                asked.language(),
                asked.address(),
                now.logo(),
                enabled,
                asked.notificationSecretToken() == null
                        ? now.notificationSecretToken()
                        : asked.notificationSecretToken(),
                asked.syndicationEndpoint(),
                now.publishedProducts(),
                now.userIds(),
                asked.parentId() == null ? now.parentId() : asked.parentId(),
                approval,
                asked.details() == null ? now.details() : asked.details(),
                asked.logoFileId() == null ? now.logoFileId() : asked.logoFileId());
    }

    private static CompanyDetails details(Company company) {
        return company.details() == null ? CompanyDetails.NONE : company.details();
    }
}
