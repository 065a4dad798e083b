package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.people.RegistrationRequest;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.cmw.people.UserDetails;
import io.mercato.domain.cmw.people.UserGroup;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.LanguageCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** {@code MyUser} of the contract. A password is only ever taken, and goes on to Keycloak. */
public record UserBody(
        Integer id,
        String self,

        @NotNull @Pattern(regexp = "^[a-zA-Z0-9@.+\\-_]{4,255}$")
        String userName,

        @NotBlank @Email @Size(max = 255) String email,
        @NotBlank @Size(max = 255) String name,
        @NotBlank @Size(max = 255) String surname,
        String fullName,
        Role userRole,
        UrlEntity company,
        @Size(min = 2, max = 2) @LanguageCode String language,
        @Size(max = 20) String phoneNumber,
        @Size(max = 8192) String publicKey,
        @Valid AddressBody address,
        Boolean validAddress,
        @Size(max = 255) String fiscalCode,
        @Size(max = 255) String externalId,
        Boolean enabled,
        Boolean acceptedTerms,
        Boolean keycloakAuthenticated,
        Instant creationDate,
        UrlEntity metadata,
        @Size(max = 255) String companyName,
        @Size(max = 255) String companyTaxCode,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Size(max = 1024)
        String password,

        Boolean activated,
        Instant activationDate,
        UrlEntity companyGroup,
        Boolean doNotTrack,
        Boolean subscribedToNotificationEmails,
        @Email @Size(min = 7, max = 256) String pec,
        @Size(max = 4) List<@NotNull UserGroup> groups,
        @Valid AddressBody homeAddress,
        List<Role> canCreate,
        List<Role> canImpersonate) {

    static UserBody of(User user) {
        return new UserBody(
                user.id(),
                "user/" + user.id(),
                user.userName(),
                user.email(),
                user.name(),
                user.surname(),
                user.fullName(),
                user.role(),
                UrlEntity.of("company", user.companyId()),
                user.language(),
                user.phoneNumber(),
                user.publicKey(),
                AddressBody.of(user.address()),
                user.address() != null && user.address().reachable(),
                user.fiscalCode(),
                user.externalId(),
                user.enabled(),
                user.acceptedTerms(),
                user.joined(),
                user.createdAt(),
                new UrlEntity("user/" + user.id() + "/metadata"),
                null,
                null,
                null,
                user.activated(),
                user.activatedAt(),
                UrlEntity.of("companyGroup", user.companyGroupId()),
                details(user).doNotTrack(),
                details(user).subscribedToNotificationEmails(),
                details(user).pec(),
                details(user).groups(),
                AddressBody.of(details(user).homeAddress()),
                List.copyOf(PeopleAccess.rolesToGive(user.role())),
                List.copyOf(PeopleAccess.rolesToActFor(user.role())));
    }

    private static UserDetails details(User user) {
        return user.details() == null ? UserDetails.NONE : user.details();
    }

    /** Somebody to be registered; the password goes on to Keycloak. */
    RegistrationRequest toRegistration(Call call) {
        return new RegistrationRequest(toDomain(call), password, text(companyName), text(companyTaxCode));
    }

    User toDomain(Call call) {
        return new User(
                null,
                userName,
                email,
                name.strip(),
                surname.strip(),
                userRole,
                UrlEntity.id(company, "company", "company"),
                language,
                text(phoneNumber),
                text(publicKey),
                AddressBody.toDomain(address),
                text(fiscalCode),
                text(externalId),
                enabled,
                or(acceptedTerms, false),
                false,
                null,
                false,
                null,
                UrlEntity.id(companyGroup, "companyGroup", "companyGroup"),
                new UserDetails(
                        or(doNotTrack, false),
                        or(subscribedToNotificationEmails, true),
                        text(pec),
                        or(groups, List.of()),
                        AddressBody.toDomain(homeAddress)));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UserBody[" + userName + "]";
    }
}
