package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyDetails;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.error.Errors;
import io.mercato.rest.Call;
import io.mercato.rest.Since;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.LanguageCode;
import io.mercato.rest.cmw.References;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** {@code Company} of the contract; the query {@code type} says at its creation whether it sells or buys. */
public record CompanyBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @NotBlank @Email @Size(max = 255) String emailAddress,
        @Email @Size(max = 255) String technicalEmailAddress,
        @Size(max = 20) String phoneNumber,
        @Size(max = 1024) String companyUrl,
        @Size(max = 65536) String companyDescription,
        @Size(max = 255) String slug,
        @Size(max = 255) String externalId,
        @Size(max = 255) String taxCode,
        @Size(min = 2, max = 2) @LanguageCode String language,
        @Valid AddressBody address,
        Boolean enabled,
        @Size(max = 255) String notificationSecretToken,

        @Pattern(regexp = "(https?://\\S+)?") @Size(max = 1024)
        String syndicationEndpoint,

        Integer currentPublishedProducts,
        @Since(20200108) List<UrlEntity> users,
        String logoUrl,
        UrlEntity logoFile,
        @Size(max = 255) String rea,
        @Size(max = 255) String ri) {

    static CompanyBody of(Company company) {
        return new CompanyBody(
                company.id(),
                "company/" + company.id(),
                company.name(),
                company.emailAddress(),
                company.technicalEmailAddress(),
                company.phoneNumber(),
                company.companyUrl(),
                company.companyDescription(),
                company.slug(),
                company.externalId(),
                company.taxCode(),
                company.language(),
                AddressBody.of(company.address()),
                company.enabled(),
                company.notificationSecretToken(),
                company.syndicationEndpoint(),
                company.publishedProducts(),
                References.of("user", company.userIds()),
                company.logo(),
                UrlEntity.of("companyLogoFile", company.logoFileId()),
                details(company).rea(),
                details(company).ri());
    }

    static CompanyDetails details(Company company) {
        return company.details() == null ? CompanyDetails.NONE : company.details();
    }

    Company toDomain(Call call) {
        return new Company(
                null,
                kind(call.query().get("type")),
                name.strip(),
                emailAddress,
                text(technicalEmailAddress),
                text(phoneNumber),
                text(companyUrl),
                text(companyDescription),
                text(slug),
                text(externalId),
                text(taxCode),
                language,
                AddressBody.toDomain(address),
                null,
                enabled,
                text(notificationSecretToken),
                text(syndicationEndpoint),
                0,
                List.of(),
                null,
                null,
                CompanyDetails.NONE.registered(text(rea), text(ri)),
                UrlEntity.id(logoFile, "companyLogoFile", "logoFile"));
    }

    private static CompanyKind kind(String type) {
        if (type == null || type.equalsIgnoreCase("COMPANY")) {
            return CompanyKind.VENDOR;
        }
        if (type.equalsIgnoreCase("CUSTOMER_COMPANY")) {
            return CompanyKind.CUSTOMER;
        }
        throw Errors.invalidField("type", "must be one of [COMPANY, CUSTOMER_COMPANY]");
    }
}
