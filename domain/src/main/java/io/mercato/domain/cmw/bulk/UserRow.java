package io.mercato.domain.cmw.bulk;

import io.mercato.domain.cmw.people.RegistrationRequest;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of users. What has no column stays as it is; an empty cell empties what may be empty ({@code
 * phoneNumber}, {@code fiscalCode}), and leaves the rest as it is.
 *
 * @param id who is changed; null for somebody new
 * @param columns those that the table has
 */
public record UserRow(
        @Nullable Integer id,
        @Nullable String userName,
        @Nullable String email,
        @Nullable String name,
        @Nullable String surname,
        @Nullable Role role,
        @Nullable Integer companyId,
        @Nullable String language,
        @Nullable String phoneNumber,
        @Nullable String fiscalCode,
        @Nullable String externalId,
        @Nullable Boolean enabled,
        Set<String> columns) {

    public UserRow {
        columns = Set.copyOf(columns);
    }

    /** Throws INVALID, with each field that somebody new must have and this row has not. */
    public void requireComplete() {
        if (id != null) {
            return;
        }
        List<ErrorHolder> missing = Stream.of(
                        missing("userName", userName),
                        missing("email", email),
                        missing("name", name),
                        missing("surname", surname))
                .flatMap(List::stream)
                .toList();
        if (!missing.isEmpty()) {
            throw new MercatoException(ErrorKind.INVALID, missing, null);
        }
    }

    private static List<ErrorHolder> missing(String field, @Nullable String value) {
        return value == null ? List.of(Errors.fieldHolder(field, "must not be empty: there is no id")) : List.of();
    }

    /** Somebody new. He chooses his password himself, by an e-mail. */
    public RegistrationRequest registration() {
        requireComplete();
        User user = new User(
                null,
                String.valueOf(userName),
                String.valueOf(email),
                String.valueOf(name),
                String.valueOf(surname),
                role,
                companyId,
                language,
                phoneNumber,
                null,
                null,
                fiscalCode,
                externalId,
                enabled,
                false,
                false,
                null,
                false,
                null,
                null,
                null);
        return new RegistrationRequest(user, null, null, null);
    }

    /** Somebody as he is to be. */
    public User onto(User now) {
        return new User(
                now.id(),
                or(userName, now.userName()),
                or(email, now.email()),
                or(name, now.name()),
                or(surname, now.surname()),
                kept(role, now.role()),
                kept(companyId, now.companyId()),
                kept(language, now.language()),
                named("phoneNumber", phoneNumber, now, User::phoneNumber),
                now.publicKey(),
                now.address(),
                named("fiscalCode", fiscalCode, now, User::fiscalCode),
                kept(externalId, now.externalId()),
                kept(enabled, now.enabled()),
                now.acceptedTerms(),
                now.joined(),
                now.createdAt(),
                now.activated(),
                now.activatedAt(),
                now.companyGroupId(),
                now.details());
    }

    private @Nullable String named(
            String column, @Nullable String value, User now, Function<User, @Nullable String> otherwise) {
        return columns.contains(column) ? value : otherwise.apply(now);
    }

    private static <T> @Nullable T kept(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
