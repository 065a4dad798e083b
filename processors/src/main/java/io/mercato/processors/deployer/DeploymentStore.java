package io.mercato.processors.deployer;

import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentResources;
import io.mercato.domain.deployer.DeploymentSpec;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.Step;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The deployments. */
@Component
public class DeploymentStore {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    public DeploymentStore(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Deployment> find(int subscriptionId) {
        return jdbc.sql("select * from deployer.deployment where subscription_id = ?")
                .param(subscriptionId)
                .query(this::read)
                .optional();
    }

    /** The newest first. @param filter {@code subscriptionId}, {@code credentialId}, {@code state} */
    public Page<Deployment> page(Filter filter, PageRequest request) {
        DeploymentState state = filter.oneOf("state", DeploymentState.class);
        return new Selection<>(jdbc, this::read, "*", "deployer.deployment")
                .where("subscription_id = :subscription", "subscription", filter.integer("subscriptionId"))
                .where("credential_id = :credential", "credential", filter.integer("credentialId"))
                .where("state = :state", "state", state == null ? null : state.name())
                .page(request, "id desc");
    }

    /** The same, held until the end of the transaction. */
    public Optional<Deployment> lock(int subscriptionId) {
        return jdbc.sql("select * from deployer.deployment where subscription_id = ? for update")
                .param(subscriptionId)
                .query(this::read)
                .optional();
    }

    public List<Deployment> ofCredential(int credentialId) {
        return jdbc.sql("select * from deployer.deployment where credential_id = ? order by subscription_id")
                .param(credentialId)
                .query(this::read)
                .list();
    }

    /** @return the deployment with the number that it was given */
    public Deployment insert(Deployment deployment) {
        long id = bind(jdbc.sql("""
                        insert into deployer.deployment
                            (subscription_id, provider_id, credential_id, state, step, attempt, polls, due, deadline,
                             token, spec, resources, failure, keep_disk, kept, created_at, updated_at)
                        values
                            (:subscription, :provider, :credential, :state, :step, :attempt, :polls, :due, :deadline,
                             :token, :spec::jsonb, :resources::jsonb, :failure, :keepDisk, :kept, :now, :now)
                        returning id
                        """), deployment).query(Long.class).single();
        return new Deployment(
                id,
                deployment.subscriptionId(),
                deployment.spec(),
                deployment.state(),
                deployment.current(),
                deployment.resources(),
                deployment.failure(),
                deployment.keepDisk(),
                deployment.kept());
    }

    public void update(Deployment deployment) {
        int rows = bind(jdbc.sql("""
                        update deployer.deployment
                        set provider_id = :provider, credential_id = :credential, state = :state, step = :step,
                            attempt = :attempt, polls = :polls, due = :due, deadline = :deadline, token = :token,
                            spec = :spec::jsonb, resources = :resources::jsonb, failure = :failure,
                            keep_disk = :keepDisk, kept = :kept, updated_at = :now
                        where subscription_id = :subscription
                        """), deployment).update();
        if (rows != 1) {
            throw new IllegalStateException("No deployment of subscription " + deployment.subscriptionId());
        }
    }

    private StatementSpec bind(StatementSpec statement, Deployment deployment) {
        CurrentStep current = deployment.current();
        return statement
                .param("subscription", deployment.subscriptionId())
                .param("provider", deployment.spec().providerId())
                .param("credential", deployment.spec().credentialId())
                .param("state", deployment.state().name())
                .param("step", current == null ? null : current.step().name())
                .param("attempt", current == null ? null : current.attempt())
                .param("polls", current == null ? null : current.polls())
                .param("due", current == null ? null : at(current.due()))
                .param("deadline", current == null ? null : at(current.deadline()))
                .param("token", current == null ? null : current.token())
                .param("spec", json.write(deployment.spec()))
                .param("resources", json.write(deployment.resources()))
                .param("failure", deployment.failure())
                .param("keepDisk", deployment.keepDisk())
                .param("kept", deployment.kept())
                .param("now", at(clock.instant()));
    }

    private Deployment read(ResultSet row, int index) throws SQLException {
        return new Deployment(
                row.getLong("id"),
                row.getInt("subscription_id"),
                json.read(row.getString("spec"), DeploymentSpec.class),
                DeploymentState.valueOf(row.getString("state")),
                readStep(row),
                json.read(row.getString("resources"), DeploymentResources.class),
                row.getString("failure"),
                row.getBoolean("keep_disk"),
                row.getBoolean("kept"));
    }

    private static CurrentStep readStep(ResultSet row) throws SQLException {
        String step = row.getString("step");
        if (step == null) {
            return null;
        }
        return new CurrentStep(
                Step.valueOf(step),
                row.getInt("attempt"),
                row.getInt("polls"),
                row.getTimestamp("due").toInstant(),
                row.getTimestamp("deadline").toInstant(),
                row.getObject("token", UUID.class));
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
