package io.mercato.rest.cmw.people;

import io.mercato.domain.cmw.people.CompanyGroup;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** {@code CompanyGroup} of the contract. */
public record CompanyGroupBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @NotBlank @Size(max = 125) String identifier,
        @NotNull UrlEntity userCompany) {

    static CompanyGroupBody of(CompanyGroup group) {
        return new CompanyGroupBody(
                group.id(),
                "companyGroup/" + group.id(),
                group.name(),
                group.identifier(),
                UrlEntity.of("userCompany", group.userCompanyId()));
    }

    CompanyGroup toDomain(Call call) {
        return new CompanyGroup(
                null, name.strip(), identifier.strip(), References.required(userCompany, "userCompany", "userCompany"));
    }
}
