package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyDetails;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.LanguageCode;
import io.mercato.rest.cmw.References;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** {@code Distributor} of the contract. */
public record DistributorBody(
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
        @Size(max = 1000) List<UrlEntity> products) {

    static DistributorBody of(Company company) {
        CompanyDetails details = CompanyBody.details(company);
        return new DistributorBody(
                company.id(),
                "distributor/" + company.id(),
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
                details.productIds() == null ? List.of() : References.of("product", details.productIds()));
    }

    Company toDomain(Call call) {
        return new Company(
                null,
                CompanyKind.DISTRIBUTOR,
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
                null,
                null,
                new CompanyDetails(
                        null,
                        null,
                        text(marketplaceDomain),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        References.ids(products, "product", "products"),
                        null,
                        null,
                        null,
                        null),
                UrlEntity.id(logoFile, "companyLogoFile", "logoFile"));
    }
}
