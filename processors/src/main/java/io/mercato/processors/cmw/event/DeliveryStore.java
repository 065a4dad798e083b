package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.DeliveryOutcome;
import io.mercato.domain.cmw.event.DeliveryOutcome.Notified;
import io.mercato.domain.cmw.event.DeliveryOutcome.TryAgain;
import io.mercato.domain.cmw.event.EventRecipient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sender does with the deliveries: claims those that are due, and settles what came of them. */
@Component
public class DeliveryStore {
    private static final int LONGEST_ERROR = 500;

    /**
     * Due, not in somebody's hands, and the oldest of its endpoint and entity; of each endpoint only as many as may be
     * under way at once.
     */
    private static final String CLAIM = """
            with candidate as (
                select e.id, e.endpoint,
                       row_number() over (partition by e.endpoint order by e.next_attempt_at, e.id) as place
                from cmw.vendor_event e
                where e.notified_at is null and e.next_attempt_at <= :now
                  and (e.claimed_until is null or e.claimed_until <= :now)
                  and not exists (
                      select 1 from cmw.vendor_event earlier
                      where earlier.endpoint = e.endpoint and earlier.entity = e.entity
                        and earlier.entity_id = e.entity_id and earlier.notified_at is null and earlier.id < e.id)
            ), busy as (
                select endpoint, count(*) as deliveries from cmw.vendor_event
                where notified_at is null and claimed_until > :now
                group by endpoint
            ), chosen as (
                select e.id from cmw.vendor_event e
                where e.id in (
                    select c.id from candidate c left join busy b on b.endpoint = c.endpoint
                    where c.place + coalesce(b.deliveries, 0) <= :perEndpoint
                    order by c.id limit :limit)
                  and e.notified_at is null and (e.claimed_until is null or e.claimed_until <= :now)
                for update skip locked
            )
            update cmw.vendor_event e
            set claimed_until = :until, attempts = e.attempts + 1
            from chosen where chosen.id = e.id
            returning e.id, e.recipient, e.endpoint, e.vendor_id, e.product_id, e.body, e.attempts
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EventProperties properties;

    public DeliveryStore(JdbcClient jdbc, Clock clock, EventProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** The deliveries to make now, at most one for each worker; they are this process's until the lease ends. */
    public List<DueDelivery> claim() {
        Instant now = clock.instant();
        return jdbc
                .sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(properties.lease())))
                .param("perEndpoint", properties.perEndpoint())
                .param("limit", properties.workers())
                .query((row, index) -> new DueDelivery(
                        row.getInt("id"),
                        EventRecipient.valueOf(row.getString("recipient")),
                        row.getString("endpoint"),
                        row.getObject("vendor_id", Integer.class),
                        row.getObject("product_id", Integer.class),
                        row.getString("body"),
                        row.getInt("attempts")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(DueDelivery::id))
                .toList();
    }

    /** Success counts whoever had it; a failure counts only while the claim is still this attempt's. */
    public void settle(DueDelivery delivery, DeliveryOutcome outcome) {
        if (outcome instanceof Notified notified) {
            jdbc.sql("update cmw.vendor_event set notified_at = ?, claimed_until = null, last_error = null"
                            + " where id = ? and notified_at is null")
                    .params(Timestamp.from(notified.at()), delivery.id())
                    .update();
        } else if (outcome instanceof TryAgain again) {
            jdbc.sql("update cmw.vendor_event set next_attempt_at = ?, claimed_until = null, last_error = ?"
                            + " where id = ? and notified_at is null and attempts = ?")
                    .params(Timestamp.from(again.at()), cut(again.error()), delivery.id(), delivery.attempt())
                    .update();
        }
    }

    /** Forgets what was delivered long ago; returns how many. */
    public int forget() {
        return jdbc.sql("delete from cmw.vendor_event where notified_at < ?")
                .param(Timestamp.from(clock.instant().minus(properties.keep())))
                .update();
    }

    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
