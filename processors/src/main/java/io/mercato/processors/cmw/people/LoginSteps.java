package io.mercato.processors.cmw.people;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.UserDirectory;
import io.mercato.domain.paging.Filter;
import org.springframework.stereotype.Component;

/** Login and logout of somebody whom the gate has let in already. */
@Component("loginSteps")
public class LoginSteps {
    private final UserDirectory users;

    public LoginSteps(UserDirectory users) {
        this.users = users;
    }

    /** A token for whoever calls; {@code expire=true} asks for a short-lived one. */
    public String login(Principal principal, Filter filter) {
        requireHimself(principal);
        return users.issueToken(principal.userId(), Boolean.TRUE.equals(filter.flag("expire")));
    }

    public void logout(Principal principal) {
        requireHimself(principal);
        users.revokeTokens(principal.userId());
    }

    /** A token taken while acting for another would outlive the right to act for him. */
    private static void requireHimself(Principal principal) {
        if (principal.impersonator() != null || principal.userId() == 0) {
            throw Errors.forbidden();
        }
    }
}
