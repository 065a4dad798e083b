package io.mercato.rest.cmw.people;

import static io.mercato.rest.Operation.ADMINISTRATORS;
import static io.mercato.rest.Operation.EVERYBODY;
import static io.mercato.rest.Operation.LOGGED_IN;
import static io.mercato.rest.Operation.STAFF;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import io.mercato.rest.cmw.Resource;
import io.mercato.rest.cmw.ResourceModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The REST face of users and companies, login and logout. */
@Component
public class PeopleModule extends ResourceModule {
    // spotless:off
    private static final Resource<Company, CompanyBody> COMPANY = new Resource<>(
            "company", "company", EVERYBODY,
            Company.class, CompanyBody.class, CompanyBody::of, CompanyBody::toDomain);
    private static final Resource<User, UserBody> USER = new Resource<>(
            "user", "user", LOGGED_IN,
            User.class, UserBody.class, UserBody::of, UserBody::toDomain);
    // spotless:on

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        Stream.of(COMPANY, USER).forEach(this::patched);
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Stream<Stream<Operation<?, ?>>> all = Stream.of(
                Stream.of(COMPANY, USER).flatMap(Resource::operations).filter(PeopleModule::isPlain),
                ofTheirOwn(),
                Stream.of(COMPANY, USER).map(Resource::patch),
                USER.metadata(),
                further(),
                roles());
        return all.<Operation<?, ?>>flatMap(Function.identity()).toList();
    }

    private static boolean isPlain(Operation<?, ?> operation) {
        return !operation.id().equals("create-user") && !operation.id().equals("delete-company");
    }

    /** What is made of more than one row. */
    private static Stream<Operation<?, ?>> ofTheirOwn() {
        return Stream.of(
                Operation.of(
                                "create-user",
                                "POST",
                                "/user",
                                "direct:cmw-register-user",
                                "Registers the caller, or somebody whom the caller may make")
                        .allowed(EVERYBODY)
                        .takes(UserBody.class, UserBody::toRegistration)
                        .answersCreated(UserBody.class, User.class, UserBody::of),
                Operation.of(
                        "delete-company",
                        "DELETE",
                        "/company/{id}",
                        "direct:cmw-remove-company",
                        "Removes one; with ?deep=true its people and products too"));
    }

    private static Stream<Operation<?, ?>> further() {
        return Stream.of(
                Operation.of("login", "POST", "/login", "direct:cmw-login", "A token for whoever logged in")
                        .answers(String.class, String.class, token -> token),
                Operation.of("logout", "POST", "/logout", "direct:cmw-logout", "Ends all of the caller's tokens"),
                Operation.of("get-me", "GET", "/user/me", "direct:cmw-get-me", "Who calls")
                        .answers(UserBody.class, User.class, UserBody::of),
                Operation.of(
                                "check-my-address",
                                "GET",
                                "/user/isMyAddressValid",
                                "direct:cmw-check-my-address",
                                "Whether an invoice can be sent to the caller")
                        .answers(Boolean.class, Boolean.class, valid -> valid),
                Operation.of(
                                "get-user-by-email",
                                "GET",
                                "/user/email={email}",
                                "direct:cmw-get-user-by-email",
                                "The user with this address")
                        .answers(UserBody.class, User.class, UserBody::of),
                Operation.of(
                                "get-company-by-external-id",
                                "GET",
                                "/company/externalId={externalId}",
                                "direct:cmw-get-company-by-external-id",
                                "The company with this id elsewhere")
                        .answers(CompanyBody.class, Company.class, CompanyBody::of));
    }

    private static Stream<Operation<?, ?>> roles() {
        Set<Role> vendorOrAdmin = EnumSet.of(Role.VENDOR);
        vendorOrAdmin.addAll(ADMINISTRATORS);
        return Stream.of(
                role("User", EnumSet.of(Role.USER)),
                role("Vendor", EnumSet.of(Role.VENDOR)),
                role("Supervisor", STAFF),
                role("Admin", ADMINISTRATORS),
                role("VendorOrAdmin", vendorOrAdmin));
    }

    private static Operation<?, ?> role(String name, Set<Role> roles) {
        return Operation.of(
                        "am-i" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                        "GET",
                        "/user/amI" + name,
                        "direct:cmw-confirm-role",
                        "204 if the caller is one, else 403")
                .allowed(roles);
    }
}
