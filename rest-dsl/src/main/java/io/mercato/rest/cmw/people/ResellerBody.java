package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyDetails;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.error.Errors;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.LanguageCode;
import io.mercato.rest.cmw.References;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** {@code Reseller} of the contract; of {@code distributors} there is one. */
public record ResellerBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @NotBlank @Email @Size(max = 255) String emailAddress,
        @Size(max = 20) String phoneNumber,
        @Size(max = 65536) String companyDescription,
        @Size(max = 255) String slug,
        @Size(max = 255) String taxCode,
        @Size(min = 2, max = 2) @LanguageCode String language,
        @Valid AddressBody address,
        Boolean enabled,
        String logoUrl,
        UrlEntity logoFile,
        @Size(max = 255) String marketplaceDomain,
        @Size(max = 125) String storeName,
        @Size(max = 125) String senderName,
        @Size(max = 125) String signature,
        @Email @Size(max = 125) String replyTo,
        @Size(min = 3, max = 8) String invoicePrefix,
        Boolean billsToDistributor,
        List<UrlEntity> distributors) {

    static ResellerBody of(Company company) {
        CompanyDetails details = CompanyBody.details(company);
        return new ResellerBody(
                company.id(),
                "reseller/" + company.id(),
                company.name(),
                company.emailAddress(),
                company.phoneNumber(),
                company.companyDescription(),
                company.slug(),
                company.taxCode(),
                company.language(),
                AddressBody.of(company.address()),
                company.enabled(),
                company.logo(),
                UrlEntity.of("companyLogoFile", company.logoFileId()),
                details.marketplaceDomain(),
                details.storeName(),
                details.senderName(),
                details.signature(),
                details.replyTo(),
                details.invoicePrefix(),
                details.billsToDistributor(),
                company.parentId() == null ? null : References.of("distributor", List.of(company.parentId())));
    }

    Company toDomain(Call call) {
        return new Company(
                null,
                CompanyKind.RESELLER,
                name.strip(),
                emailAddress,
                null,
                text(phoneNumber),
                null,
                text(companyDescription),
                text(slug),
                null,
                text(taxCode),
                language,
                AddressBody.toDomain(address),
                null,
                enabled,
                null,
                null,
                0,
                List.of(),
                distributor(),
                null,
                new CompanyDetails(
                        null,
                        null,
                        text(marketplaceDomain),
                        text(storeName),
                        text(senderName),
                        text(signature),
                        text(replyTo),
                        text(invoicePrefix),
                        billsToDistributor,
                        null,
                        null,
                        null,
                        null,
                        null),
                UrlEntity.id(logoFile, "companyLogoFile", "logoFile"));
    }

    private Integer distributor() {
        List<Integer> ids = References.ids(distributors, "distributor", "distributors");
        if (ids.size() > 1) {
            throw Errors.invalidField("distributors", "must be one: a reseller belongs to one distributor");
        }
        return ids.isEmpty() ? null : ids.get(0);
    }
}
