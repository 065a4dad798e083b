package io.mercato.processors.cmw.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the deployer which cloud accounts there are; within the transaction that changes them. */
@Component
public class CloudAccounts {
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
    private static final String SELECT = """
            select c.id, c.secret, p.id as provider_id, p.connector, p.endpoint, p.region, p.options
              from cmw.cloud_credential c join cmw.cloud_provider p on p.id = c.cloud_provider_id
             where c.secret is not null and %s
             order by c.id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Outbox outbox;

    public CloudAccounts(JdbcClient jdbc, Json json, @Qualifier("cmwOutbox") Outbox outbox) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
    }

    /** What the account is now; nothing as long as its secret is not known. */
    public void announce(int credentialId) {
        send(SELECT.formatted("c.id = ?"), credentialId, false);
    }

    /** Every account of a cloud whose connection has changed. */
    public void announceAll(int providerId) {
        send(SELECT.formatted("p.id = ?"), providerId, false);
    }

    public void announceRemoval(int credentialId) {
        send(SELECT.formatted("c.id = ?"), credentialId, true);
    }

    private void send(String sql, int id, boolean removed) {
        List<CloudAccountChanged> accounts = jdbc.sql(sql)
                .param(id)
                .query((row, index) -> account(row, removed))
                .list();
        accounts.forEach(account -> outbox.append(OutgoingMessage.now(
                "queue.deployer.accounts",
                CloudAccountChanged.class.getSimpleName(),
                "cloudCredential/" + account.credentialId(),
                account)));
    }

    private CloudAccountChanged account(ResultSet row, boolean removed) throws SQLException {
        return new CloudAccountChanged(
                row.getInt("id"),
                row.getInt("provider_id"),
                row.getString("connector"),
                row.getString("endpoint"),
                row.getString("region"),
                json.read(row.getString("options"), OPTIONS),
                removed ? "" : row.getString("secret"),
                removed);
    }
}
