package io.mercato.processors.cmw.people;

import io.mercato.domain.error.Errors;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how often something is asked for, over all processes. Kept are hashes of what it is asked for; whether the
 * platform knows that makes no difference, so that a refusal tells nothing.
 */
@Component("requestCounter")
public class RequestCounter {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PeopleProperties settings;

    public RequestCounter(JdbcClient jdbc, Clock clock, PeopleProperties settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Throws TOO_MANY when it was asked for too often within the window. In a transaction of its own. */
    public void count(String what, String identifier) {
        Instant now = clock.instant();
        Duration window = settings.recoveryWindow();
        Counted counted = jdbc.sql("""
                        insert into cmw.request_count as r (key, since, count) values (:key, :now, 1)
                        on conflict (key) do update
                           set count = case when r.since <= :begin then 1 else r.count + 1 end,
                               since = case when r.since <= :begin then excluded.since else r.since end
                        returning since, count
                        """)
                .param("key", TokenStore.hash(what + " " + identifier.toLowerCase(Locale.ROOT)))
                .param("now", Rows.at(now))
                .param("begin", Rows.at(now.minus(window)))
                .query((row, index) -> new Counted(Rows.instant(row, "since"), row.getInt("count")))
                .single();
        if (counted.count() > settings.recoveries()) {
            throw Errors.tooMany(Duration.between(now, counted.since().plus(window)));
        }
    }

    /** Forgets what was asked for before the window; returns how many. */
    public int purge() {
        return jdbc.sql("delete from cmw.request_count where since < ?")
                .param(Rows.at(clock.instant().minus(settings.recoveryWindow())))
                .update();
    }

    private record Counted(Instant since, int count) {}
}
