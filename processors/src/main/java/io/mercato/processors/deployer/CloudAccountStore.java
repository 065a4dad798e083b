package io.mercato.processors.deployer;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.processors.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deployer's copy of the cloud accounts, their secrets encrypted as they came. */
@Component
public class CloudAccountStore {
    private final JdbcClient jdbc;
    private final Json json;

    public CloudAccountStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void save(CloudAccountChanged account) {
        jdbc.sql("""
                        insert into deployer.cloud_account
                            (credential_id, provider_id, connector, endpoint, region, options, encrypted_secret, removed)
                        values (:credential, :provider, :connector, :endpoint, :region, :options::jsonb, :secret, :removed)
                        on conflict (credential_id) do update set
                            provider_id = excluded.provider_id, connector = excluded.connector,
                            endpoint = excluded.endpoint, region = excluded.region, options = excluded.options,
                            encrypted_secret = excluded.encrypted_secret, removed = excluded.removed, updated_at = now()
                        """)
                .param("credential", account.credentialId())
                .param("provider", account.providerId())
                .param("connector", account.connector())
                .param("endpoint", account.endpoint())
                .param("region", account.region())
                .param("options", json.write(account.options()))
                .param("secret", account.encryptedSecret())
                .param("removed", account.removed())
                .update();
    }

    public Optional<CloudAccountChanged> find(int credentialId) {
        return jdbc.sql("select * from deployer.cloud_account where credential_id = ?")
                .param(credentialId)
                .query(this::read)
                .optional();
    }

    /** Those that are in use. */
    public List<CloudAccountChanged> all() {
        return jdbc.sql("select * from deployer.cloud_account where not removed order by credential_id")
                .query(this::read)
                .list();
    }

    private CloudAccountChanged read(ResultSet row, int index) throws SQLException {
        return new CloudAccountChanged(
                row.getInt("credential_id"),
                row.getInt("provider_id"),
                row.getString("connector"),
                row.getString("endpoint"),
                row.getString("region"),
                json.read(row.getString("options"), new TypeReference<Map<String, String>>() {}),
                row.getString("encrypted_secret"),
                row.getBoolean("removed"));
    }
}
