package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Notification;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What the panel tells. Administrators write what is told to roles, and see it before and after its time; what is told to
 * one user only he sees, and he may remove it.
 */
@Component("notificationStore")
public class NotificationStore implements ResourceStore<Notification> {
    private static final String TABLE = "cmw.notification";

    private final Tables tables;
    private final Clock clock;
    private final PeopleProperties settings;

    public NotificationStore(Tables tables, Clock clock, PeopleProperties settings) {
        this.tables = tables;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Notification> list(Principal principal, Filter filter, PageRequest page) {
        boolean expired = Boolean.TRUE.equals(filter.flag("expired"));
        return seenBy(principal)
                .where("(n.end_at is not null and n.end_at <= :now) = :expired", "expired", expired)
                .page(page, "n.start_at desc, n.id desc");
    }

    @Override
    public Notification get(Principal principal, int id) {
        return seenBy(principal)
                .where("n.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("notification", id));
    }

    @Override
    public Notification create(Principal principal, Notification asked) {
        requireAdministrator(principal);
        return get(principal, columns(asked).insert());
    }

    @Override
    public Notification update(Principal principal, int id, Notification asked) {
        Notification now = get(principal, id);
        requireAdministrator(principal);
        if (now.userId() != null) {
            throw Errors.forbidden();
        }
        columns(asked).update(id);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (get(principal, id).userId() == null) {
            requireAdministrator(principal);
        }
    }

    /** Forgets what was told to single users long ago; returns how many. */
    public int forget() {
        return tables.jdbc()
                .sql("delete from " + TABLE + " where user_id is not null and start_at < ?")
                .param(Rows.at(clock.instant().minus(settings.notificationRetention())))
                .update();
    }

    private static void requireAdministrator(Principal principal) {
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
    }

    private Columns columns(Notification asked) {
        Instant start = asked.start() == null ? clock.instant() : asked.start();
        if (asked.end() != null && asked.end().isBefore(start)) {
            throw Errors.rejectedField("ends-before-it-starts", "end", "must not be before its start");
        }
        return tables.columns(TABLE)
                .set("message", asked.message())
                .setJson("user_roles", asked.userRoles())
                .set("start_at", Rows.at(start))
                .set("end_at", Rows.at(asked.end()));
    }

    private Selection<Notification> seenBy(Principal who) {
        return tables.select(Notification.class, "n.*, n.start_at as start, n.end_at as \"end\"", TABLE + " n")
                .with("me", who.userId())
                .with("role", "[\"" + who.role().authority() + "\"]")
                .with("administrator", who.role().isAdministrator())
                .with("now", Rows.at(clock.instant()))
                .where("n.user_id = :me or n.user_id is null and (:administrator or n.start_at <= :now"
                        + " and (n.user_roles = '[]' or n.user_roles @> cast(:role as jsonb)))");
    }
}
