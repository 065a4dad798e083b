package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.SubscriptionDetail.LogEntry;
import io.mercato.domain.deployer.message.DeploymentEvent.Progressed;
import io.mercato.processors.sql.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code deploymentLog}: each step, as the customer reads it. */
@Component
public class SubscriptionLogStore {
    private final JdbcClient jdbc;

    public SubscriptionLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(Progressed step) {
        jdbc.sql("""
                        insert into cmw.subscription_log
                            (subscription_id, at, phase, message, progress, attempts_left, error, temporary)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        step.subscriptionId(),
                        Rows.at(step.at()),
                        step.phase(),
                        step.message(),
                        step.progress(),
                        step.attemptsLeft(),
                        step.error(),
                        step.temporary())
                .update();
    }

    /** By subscription, the oldest first. */
    public Map<Integer, List<LogEntry>> of(List<Integer> subscriptions) {
        record Row(int subscription, LogEntry entry) {}
        return jdbc
                .sql("select * from cmw.subscription_log where subscription_id = any(?) order by id")
                .param(subscriptions.toArray(Integer[]::new))
                .query((row, index) -> new Row(
                        row.getInt("subscription_id"),
                        new LogEntry(
                                row.getLong("id"),
                                Rows.instant(row, "at"),
                                row.getString("phase"),
                                row.getString("message"),
                                row.getInt("progress"),
                                Rows.integer(row, "attempts_left"),
                                row.getString("error"),
                                row.getBoolean("temporary"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::subscription, Collectors.mapping(Row::entry, Collectors.toList())));
    }
}
