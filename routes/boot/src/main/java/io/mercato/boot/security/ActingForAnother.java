package io.mercato.boot.security;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.UserDirectory;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Staff may do as somebody of a lower role; what is done is recorded under both names. */
@Component
class ActingForAnother {
    static final String HEADER = "CMW-As-User";

    private final UserDirectory users;

    ActingForAnother(UserDirectory users) {
        this.users = users;
    }

    Principal apply(HttpServletRequest request, Principal caller) {
        String name = request.getHeader(HEADER);
        if (name == null || name.isBlank()) {
            return caller;
        }
        if (caller.isAnonymous()) {
            throw Errors.unauthenticated();
        }
        if (!caller.role().isStaff()) {
            throw refused("Your role does not act for others");
        }
        Principal other = users.byLogin(name.strip()).orElseThrow(() -> Errors.notFound("user", name.strip()));
        if (other.role().compareTo(caller.role()) >= 0) {
            throw refused("You act only for users of a lower role than your own");
        }
        return new Principal(
                other.userId(),
                other.userName(),
                other.email(),
                other.fullName(),
                other.language(),
                other.role(),
                other.companyId(),
                caller.userName());
    }

    private static MercatoException refused(String why) {
        return new MercatoException(ErrorKind.FORBIDDEN, "acting-for-another-refused", why);
    }
}
