package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to happen to subscriptions at a moment. */
@Component
public class DeadlineStore {
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

    /** Takes one that is due away, held by this transaction alone; null when nothing is due. */
    public Deadline take() {
        return jdbc.sql("""
                        delete from cmw.subscription_deadline where (subscription_id, kind) in (
                            select subscription_id, kind from cmw.subscription_deadline where due <= ?
                            order by due limit 1 for update skip locked)
                        returning subscription_id, kind, due
                        """)
                .param(Rows.at(clock.instant()))
                .query((row, index) -> new Deadline(
                        row.getInt("subscription_id"),
                        DeadlineKind.valueOf(row.getString("kind")),
                        Rows.instant(row, "due")))
                .optional()
                .orElse(null);
    }

    public record Deadline(int subscriptionId, DeadlineKind kind, Instant due) {}
}
