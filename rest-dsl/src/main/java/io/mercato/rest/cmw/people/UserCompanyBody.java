package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyDetails;
import io.mercato.domain.cmw.people.CompanyKind;
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

/** {@code UserCompany} of the contract, a customer; {@code reseller} is who sells to it, if not the platform itself. */
public record UserCompanyBody(
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
        @Email @Size(max = 255) String technicalEmailAddress,
        @Size(max = 1024) String companyUrl,
        @Size(max = 255) String externalId,
        @Size(max = 255) String notificationSecretToken,

        @Pattern(regexp = "(https?://\\S+)?") @Size(max = 1024)
        String syndicationEndpoint,

        @Size(max = 255) String rea,
        @Size(max = 255) String ri,
        Boolean delayedPayment,
        Boolean publicAdministration,
        @Valid ElectronicInvoicingBody italianElectronicInvoicing,
        @Valid VatExemptionBody vatExemption,
        UrlEntity reseller,
        @Since(20200108) List<UrlEntity> users) {

    /** {@code ItalianElectronicInvoicing} of the contract. */
    public record ElectronicInvoicingBody(
            @Size(min = 6, max = 7) String sdiCode,
            @Email @Size(min = 7, max = 256) String pec) {}

    /** {@code VatExemption} of the contract. */
    public record VatExemptionBody(
            @Size(max = 255) String declarationNumber,

            @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}(T.*)?") @Size(max = 40)
            String declarationDate,

            @Size(max = 255) String internalProtocolNumber) {}

    static UserCompanyBody of(Company company) {
        CompanyDetails details = CompanyBody.details(company);
        return new UserCompanyBody(
                company.id(),
                "userCompany/" + company.id(),
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
                company.technicalEmailAddress(),
                company.companyUrl(),
                company.externalId(),
                company.notificationSecretToken(),
                company.syndicationEndpoint(),
                details.rea(),
                details.ri(),
                details.delayedPayment(),
                details.publicAdministration(),
                invoicing(details),
                exemption(details),
                UrlEntity.of("reseller", company.parentId()),
                References.of("user", company.userIds()));
    }

    private static ElectronicInvoicingBody invoicing(CompanyDetails details) {
        return details.electronicInvoicing() == null
                ? null
                : new ElectronicInvoicingBody(
                        details.electronicInvoicing().sdiCode(),
                        details.electronicInvoicing().pec());
    }

    private static VatExemptionBody exemption(CompanyDetails details) {
        return details.vatExemption() == null
                ? null
                : new VatExemptionBody(
                        details.vatExemption().declarationNumber(),
                        details.vatExemption().declarationDate(),
                        details.vatExemption().internalProtocolNumber());
    }

    Company toDomain(Call call) {
        return new Company(
                null,
                CompanyKind.CUSTOMER,
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
                UrlEntity.id(reseller, "reseller", "reseller"),
                null,
                details(),
                UrlEntity.id(logoFile, "companyLogoFile", "logoFile"));
    }

    private CompanyDetails details() {
        return new CompanyDetails(
                text(rea),
                text(ri),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                delayedPayment,
                publicAdministration,
                italianElectronicInvoicing == null
                        ? null
                        : new CompanyDetails.ElectronicInvoicing(
                                text(italianElectronicInvoicing.sdiCode()), text(italianElectronicInvoicing.pec())),
                vatExemption == null
                        ? null
                        : new CompanyDetails.VatExemption(
                                text(vatExemption.declarationNumber()),
                                text(vatExemption.declarationDate()),
                                text(vatExemption.internalProtocolNumber())));
    }
}
