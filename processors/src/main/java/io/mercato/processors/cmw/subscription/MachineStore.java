package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.MachineInstance;
import io.mercato.domain.deployer.message.DeploymentEvent.Machine;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Visibility;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The machines of the subscriptions, as the deployer reported them. */
@Component
public class MachineStore {
    private static final String SELECT =
            "m.*, s.name, (s.machine ->> 'credentialId')::int as credential_id, i.cpu, i.ram, i.root_disk_space";
    private static final String FROM = """
            cmw.virtual_machine_instance m
                join cmw.subscription s on s.id = m.subscription_id
                join cmw.instance_type i on i.cloud_provider_id = m.cloud_provider_id
                    and i.name = s.machine ->> 'flavor'
            """;

    private final JdbcClient jdbc;

    public MachineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(int subscription, int provider, Machine machine) {
        jdbc.sql("""
                        insert into cmw.virtual_machine_instance
                            (subscription_id, cloud_provider_id, server_id, public_ip, ssh_port, login_user)
                        values (:subscription, :provider, :server, :ip, :port, :user)
                        on conflict (subscription_id) do update set server_id = :server, public_ip = :ip,
                            ssh_port = :port, login_user = :user, removed_at = null
                        """)
                .param("subscription", subscription)
                .param("provider", provider)
                .param("server", machine.serverId())
                .param("ip", machine.addresses().stream().findFirst().orElse(null))
                .param("port", machine.sshPort())
                .param("user", machine.loginUser())
                .update();
    }

    public void remove(int subscription, Instant at) {
        jdbc.sql("update cmw.virtual_machine_instance set removed_at = ?, public_ip = null where subscription_id = ?")
                .params(Rows.at(at), subscription)
                .update();
    }

    public Page<MachineInstance> list(Principal principal, Filter filter, PageRequest page) {
        return Visibility.ofSubscriptions(principal, select())
                .where("m.removed_at is null")
                .where("s.id = :subscription", "subscription", filter.integer("subscriptionId"))
                .page(page, "m.id desc");
    }

    public MachineInstance get(Principal principal, int id) {
        return Visibility.ofSubscriptions(principal, select())
                .where("m.removed_at is null")
                .where("m.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("virtualMachineInstance", id));
    }

    private Selection<MachineInstance> select() {
        return new Selection<>(jdbc, MachineStore::machine, SELECT, FROM);
    }

    private static MachineInstance machine(ResultSet row, int index) throws SQLException {
        return new MachineInstance(
                row.getInt("id"),
                row.getInt("subscription_id"),
                row.getString("name"),
                row.getInt("cloud_provider_id"),
                Rows.integer(row, "credential_id"),
                row.getString("public_ip"),
                row.getInt("ssh_port"),
                row.getString("login_user"),
                row.getInt("cpu"),
                row.getInt("ram"),
                row.getInt("root_disk_space"));
    }
}
