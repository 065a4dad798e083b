package io.mercato.domain.cmw.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company that sells or buys here, or runs the marketplace.
 *
 * @param id null until it is stored
 * @param kind null keeps what it is
 * @param notificationSecretToken key of its events' signatures; only its people and administrators see it
 * @param syndicationEndpoint where its events go; only its people and staff see it
 * @param logo path of its logo on this platform
 * @param publishedProducts how many of its products everybody can see
 * @param userIds its people; empty for whom they are none of his business
 * @param parentId the company that it belongs to: a reseller's distributor, a customer's reseller
 * @param approval null keeps what it is
 * @param logoFileId the file that is its logo; null in a request keeps it
 * @param details what only some kinds have
 */
public record Company(
        @Nullable Integer id,
        @Nullable CompanyKind kind,
        String name,
        String emailAddress,
        @Nullable String technicalEmailAddress,
        @Nullable String phoneNumber,
        @Nullable String companyUrl,
        @Nullable String companyDescription,
        @Nullable String slug,
        @Nullable String externalId,
        @Nullable String taxCode,
        @Nullable String language,
        @Nullable Address address,
        @Nullable String logo,
        @Nullable Boolean enabled,
        @Nullable String notificationSecretToken,
        @Nullable String syndicationEndpoint,
        int publishedProducts,
        List<Integer> userIds,
        @Nullable Integer parentId,
        @Nullable CompanyApproval approval,
        @Nullable CompanyDetails details,
        @Nullable Integer logoFileId) {

    /** What everybody may know of a public company. */
    public Company reduced() {
        return new Company(
                id,
                kind,
                name,
                emailAddress,
                null,
                null,
                companyUrl,
                companyDescription,
                slug,
                null,
                null,
                language,
                null,
                logo,
                enabled,
                null,
                null,
                publishedProducts,
                List.of(),
                null,
                null,
                null,
                logoFileId);
    }

    public Company withoutSecret() {
        return new Company(
                id,
                kind,
                name,
                emailAddress,
                technicalEmailAddress,
                phoneNumber,
                companyUrl,
                companyDescription,
                slug,
                externalId,
                taxCode,
                language,
                address,
                logo,
                enabled,
                null,
                syndicationEndpoint,
                publishedProducts,
                userIds,
                parentId,
                approval,
                details,
                logoFileId);
    }

    /** The same as one of another kind. */
    public Company as(CompanyKind other) {
        return new Company(
                id,
                other,
                name,
                emailAddress,
                technicalEmailAddress,
                phoneNumber,
                companyUrl,
                companyDescription,
                slug,
                externalId,
                taxCode,
                language,
                address,
                logo,
                enabled,
                notificationSecretToken,
                syndicationEndpoint,
                publishedProducts,
                userIds,
                parentId,
                approval,
                details,
                logoFileId);
    }

    public Company withDetails(CompanyDetails other) {
        return new Company(
                id,
                kind,
                name,
                emailAddress,
                technicalEmailAddress,
                phoneNumber,
                companyUrl,
                companyDescription,
                slug,
                externalId,
                taxCode,
                language,
                address,
                logo,
                enabled,
                notificationSecretToken,
                syndicationEndpoint,
                publishedProducts,
                userIds,
                parentId,
                approval,
                other,
                logoFileId);
    }
}
