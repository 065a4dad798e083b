package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.changelog.Differences;
import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who changed what of users and companies. */
@Component
public class PeopleLog {
    static final String USER = "user";
    static final String COMPANY = "company";
    private static final Set<String> IGNORED =
            Set.of("id", "createdAt", "publishedProducts", "userIds", "logo", "activatedAt");
    private static final Set<String> SECRET = Set.of("notificationSecretToken");

    private final ChangelogStore changelog;

    public PeopleLog(ChangelogStore changelog) {
        this.changelog = changelog;
    }

    void created(Principal who, User user) {
        append(who, USER, user.id(), Change.Kind.CREATED, List.of());
    }

    void changed(Principal who, User before, User after) {
        append(who, USER, after.id(), Change.Kind.MODIFIED, Differences.of(before, after, IGNORED, SECRET));
    }

    void created(Principal who, Company company) {
        append(who, COMPANY, company.id(), Change.Kind.CREATED, List.of());
    }

    void changed(Principal who, Company before, Company after) {
        append(who, COMPANY, after.id(), Change.Kind.MODIFIED, Differences.of(before, after, IGNORED, SECRET));
    }

    void deleted(Principal who, String entity, int id) {
        append(who, entity, id, Change.Kind.DELETED, List.of());
    }

    /** Something of a user that is no field of his, as his password. */
    void noted(Principal who, int user, String property) {
        append(who, USER, user, Change.Kind.MODIFIED, List.of(new Change.Value(property, null, "***")));
    }

    private void append(Principal who, String entity, int id, Change.Kind kind, List<Change.Value> values) {
        if (kind != Change.Kind.MODIFIED || !values.isEmpty()) {
            changelog.append(entity, id, kind, who, values);
        }
    }
}
