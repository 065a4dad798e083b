package io.mercato.rest.cmw.bulk;

import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.bulk.UserRow;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.identity.Role;
import io.mercato.rest.UrlEntity;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** A row of the table of users. Its fields are those of {@code MyUser} that a table can hold, and are its columns. */
public record UserRowBody(
        Integer id,

        @Pattern(regexp = "^[a-zA-Z0-9@.+\\-_]{4,255}$") String userName,

        @Email @Size(max = 255) String email,
        @Size(max = 255) String name,
        @Size(max = 255) String surname,
        Role userRole,
        UrlEntity company,
        @Size(min = 2, max = 2) String language,
        @Size(max = 20) String phoneNumber,
        @Size(max = 255) String fiscalCode,
        @Size(max = 255) String externalId,
        Boolean enabled) {

    static UserRowBody of(User user) {
        return new UserRowBody(
                user.id(),
                user.userName(),
                user.email(),
                user.name(),
                user.surname(),
                user.role(),
                UrlEntity.of("company", user.companyId()),
                user.language(),
                user.phoneNumber(),
                user.fiscalCode(),
                user.externalId(),
                user.enabled());
    }

    /** @param columns those that the table has */
    UserRow toDomain(Set<String> columns) {
        return new UserRow(
                id,
                userName,
                email,
                text(name),
                text(surname),
                userRole,
                UrlEntity.id(company, "company", "company"),
                language,
                text(phoneNumber),
                text(fiscalCode),
                text(externalId),
                enabled,
                columns);
    }
}
