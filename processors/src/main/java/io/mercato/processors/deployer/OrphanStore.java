package io.mercato.processors.deployer;

import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.deployer.Orphan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What carries the platform's mark in a cloud and that nobody needs. */
@Component
public class OrphanStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    public OrphanStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** These are what this account holds now; what was seen before and is not among them is forgotten. */
    public void replace(int credentialId, List<OwnedResource> seen) {
        String[] keys = seen.stream().map(one -> one.kind() + " " + one.id()).toArray(String[]::new);
        jdbc.sql("delete from deployer.orphan where credential_id = ? and not (kind || ' ' || resource_id = any(?))")
                .params(credentialId, keys)
                .update();
        seen.forEach(one -> remember(credentialId, one));
    }

    private void remember(int credentialId, OwnedResource one) {
        jdbc.sql("""
                        insert into deployer.orphan (credential_id, kind, resource_id, subscription_id, first_seen)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        credentialId,
                        one.kind().name(),
                        one.id(),
                        one.subscription(),
                        DeploymentStore.at(clock.instant()))
                .update();
    }

    /** Marks those as reported that have been seen for longer than the grace. Returns them, each once. */
    public List<Orphan> report(Duration grace) {
        return jdbc.sql("""
                        update deployer.orphan set reported = :now
                        where reported is null and first_seen <= :before returning *
                        """)
                .param("now", DeploymentStore.at(clock.instant()))
                .param("before", DeploymentStore.at(clock.instant().minus(grace)))
                .query(OrphanStore::read)
                .list();
    }

    /** Those that have been reported and are still there. */
    public List<Orphan> reported() {
        return jdbc.sql("""
                        select * from deployer.orphan where reported is not null
                        order by first_seen, credential_id, kind, resource_id
                        """).query(OrphanStore::read).list();
    }

    private static Orphan read(ResultSet row, int index) throws SQLException {
        return new Orphan(
                row.getInt("credential_id"),
                ResourceKind.valueOf(row.getString("kind")),
                row.getString("resource_id"),
                row.getInt("subscription_id"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("reported").toInstant());
    }
}
