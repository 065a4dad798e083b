package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.Registration;
import io.mercato.domain.cmw.people.RegistrationRequest;
import io.mercato.domain.cmw.people.TokenPurpose;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.identity.AccountDraft;
import io.mercato.domain.identity.Principal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registers people. The password goes on to Keycloak and stays nowhere here. */
@Component("registrationDesk")
public class RegistrationDesk {
    private final JdbcClient jdbc;
    private final Places places;
    private final UserStore users;
    private final CompanyStore companies;
    private final UserTokens tokens;
    private final AccountMails mails;
    private final PeopleProperties settings;
    private final AccountOrders accounts;

    public RegistrationDesk(
            JdbcClient jdbc,
            Places places,
            UserStore users,
            CompanyStore companies,
            UserTokens tokens,
            AccountMails mails,
            PeopleProperties settings,
            AccountOrders accounts) {
        this.jdbc = jdbc;
        this.places = places;
        this.users = users;
        this.companies = companies;
        this.tokens = tokens;
        this.mails = mails;
        this.settings = settings;
        this.accounts = accounts;
    }

    /** FORBIDDEN, INVALID or REJECTED as the rules say, CONFLICT when name or address are taken. */
    public Registration decide(Principal principal, RegistrationRequest request) {
        Registration registration =
                Registration.of(principal, request, places.of(request.user().companyId()), settings.policy());
        users.requireReferences(request.user());
        users.requireFree(request.user().userName(), "userName");
        users.requireFree(request.user().email(), "email");
        return registration;
    }

    /** What Keycloak is to have. It counts as not confirmed until the registration stands. */
    public AccountDraft account(Registration registration) {
        User user = registration.user();
        return new AccountDraft(
                null,
                user.userName(),
                user.email(),
                user.name(),
                user.surname(),
                registration.password(),
                !registration.own());
    }

    /** The user, his company and the e-mails. */
    public User store(Principal principal, Registration asked, String account) {
        Company company = asked.company() == null ? null : companies.create(Principal.SYSTEM, asked.company());
        Registration registration = company == null ? asked : asked.in(company.id());
        User user =
                users.insert(principal, registration.user(), registration.user().role(), account);
        if (!registration.own()) {
            accounts.confirmed(user.id());
        }
        if (registration.own()) {
            mails.confirm(user, tokens.issue(user.id(), TokenPurpose.ACTIVATION, settings.activationLifetime()));
        } else if (registration.password() == null) {
            mails.invited(user, tokens.issue(user.id(), TokenPurpose.PASSWORD, settings.invitationLifetime()));
        } else {
            mails.registered(user);
        }
        if (registration.needsApproval()) {
            mails.vendorToApprove(user, company);
        }
        return user;
    }
}
