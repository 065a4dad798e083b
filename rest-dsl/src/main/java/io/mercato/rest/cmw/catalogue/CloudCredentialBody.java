package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CloudCredential;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** {@code CloudCredential} of the contract; {@code owner} is a company or a user. */
public record CloudCredentialBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @NotNull UrlEntity cloudProvider,
        UrlEntity owner,
        Boolean uploaded) {

    static CloudCredentialBody of(CloudCredential credential) {
        return new CloudCredentialBody(
                credential.id(),
                "cloudCredential/" + credential.id(),
                credential.name(),
                UrlEntity.of("cloudProvider", credential.cloudProviderId()),
                credential.companyId() == null
                        ? UrlEntity.of("user", credential.userId())
                        : UrlEntity.of("company", credential.companyId()),
                credential.uploaded());
    }

    CloudCredential toDomain(Call call) {
        boolean user = owner != null && owner.url() != null && owner.url().startsWith("user/");
        return new CloudCredential(
                null,
                name.strip(),
                References.required(cloudProvider, "cloudProvider", "cloudProvider"),
                user ? null : UrlEntity.id(owner, "company", "owner"),
                user ? UrlEntity.id(owner, "user", "owner") : null,
                false);
    }
}
