package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to happen to subscriptions at a moment. */
@Component
public class DeadlineStore {
    private static final Duration POSTPONED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    public DeadlineStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on this kind is due then; null for no longer at all. */
    public void set(int subscription, DeadlineKind kind, Instant due) {
        if (due == null) {
            clear(subscription, List.of(kind));
            return;
        }
        jdbc.sql("""
                        insert into cmw.subscription_deadline (subscription_id, kind, due) values (:id, :kind, :due)
                        on conflict (subscription_id, kind) do update set due = :due
                        """)
                .param("id", subscription)
                .param("kind", kind.name())
                .param("due", Rows.at(due))
                .update();
    }

    public void clear(int subscription, List<DeadlineKind> kinds) {
        jdbc.sql("delete from cmw.subscription_deadline where subscription_id = ? and kind = any(?)")
                .params(subscription, kinds.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    public void clearAll(int subscription) {
        jdbc.sql("delete from cmw.subscription_deadline where subscription_id = ?")
                .param(subscription)
                .update();
    }

    /**
     * Takes one that is due away, with its subscription's lock; null when nothing is due. One whose subscription is locked
     * by somebody else is left for the next time.
     */
    public Deadline take() {
        Deadline due = jdbc.sql("""
                        select d.subscription_id, d.kind, d.due from cmw.subscription_deadline d
                            join cmw.subscription s on s.id = d.subscription_id
                        where d.due <= ? order by d.due, d.kind limit 1 for update of d, s skip locked
                        """)
                .param(Rows.at(clock.instant()))
                .query((row, index) -> new Deadline(
                        row.getInt("subscription_id"),
                        DeadlineKind.valueOf(row.getString("kind")),
                        Rows.instant(row, "due")))
                .optional()
                .orElse(null);
        if (due != null) {
            clear(due.subscriptionId(), List.of(due.kind()));
        }
        return due;
    }

    /** One that could not be met is tried again later, so that the others do not wait for it. */
    public void postpone(Deadline deadline) {
        jdbc.sql("update cmw.subscription_deadline set due = ? where subscription_id = ? and kind = ? and due = ?")
                .params(
                        Rows.at(clock.instant().plus(POSTPONED)),
                        deadline.subscriptionId(),
                        deadline.kind().name(),
                        Rows.at(deadline.due()))
                .update();
    }

    public record Deadline(int subscriptionId, DeadlineKind kind, Instant due) {}
}
