package io.mercato.processors.deployer;

import io.mercato.domain.deployer.DeploymentEventKind;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the deployments, line by line. */
@Component
public class DeploymentHistoryStore {
    private final JdbcClient jdbc;

    public DeploymentHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(long deploymentId, HistoryEntry entry) {
        jdbc.sql("""
                        insert into deployer.deployment_history
                            (deployment_id, at, state, step, event, message, progress, attempts_left, error, temporary)
                        values (:deployment, :at, :state, :step, :event, :message, :progress, :left, :error, :temporary)
                        """)
                .param("deployment", deploymentId)
                .param("at", DeploymentStore.at(entry.at()))
                .param("state", entry.state().name())
                .param("step", entry.step() == null ? null : entry.step().name())
                .param("event", entry.event().name())
                .param("message", entry.message())
                .param("progress", entry.progress())
                .param("left", entry.attemptsLeft())
                .param("error", entry.error())
                .param("temporary", entry.temporary())
                .update();
    }

    /** Oldest first; none when there is no such deployment. */
    public List<HistoryEntry> ofSubscription(int subscriptionId) {
        return jdbc.sql("""
                        select h.* from deployer.deployment_history h
                        join deployer.deployment d on d.id = h.deployment_id
                        where d.subscription_id = ? order by h.id
                        """)
                .param(subscriptionId)
                .query(DeploymentHistoryStore::read)
                .list();
    }

    private static HistoryEntry read(ResultSet row, int index) throws SQLException {
        String step = row.getString("step");
        return new HistoryEntry(
                row.getTimestamp("at").toInstant(),
                DeploymentState.valueOf(row.getString("state")),
                step == null ? null : Step.valueOf(step),
                DeploymentEventKind.valueOf(row.getString("event")),
                row.getString("message"),
                row.getInt("progress"),
                row.getInt("attempts_left"),
                row.getString("error"),
                row.getBoolean("temporary"));
    }
}
