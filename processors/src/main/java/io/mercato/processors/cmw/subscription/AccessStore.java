package io.mercato.processors.cmw.subscription;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Credential;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Endpoint;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a customer gets at what he has: endpoints, instructions, and credentials, which are encrypted at rest. */
@Component
public class AccessStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final Rows rows;
    private final SecretCipher cipher;

    public AccessStore(JdbcClient jdbc, Json json, Rows rows, SecretCipher cipher) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.cipher = cipher;
    }

    /** These are the endpoints from now on. */
    public void replaceEndpoints(int subscription, List<Endpoint> endpoints) {
        jdbc.sql("delete from cmw.subscription_endpoint where subscription_id = ?")
                .param(subscription)
                .update();
        endpoints.forEach(endpoint -> jdbc.sql("insert into cmw.subscription_endpoint"
                        + " (subscription_id, category, name, endpoint, description) values (?, ?, ?, ?, ?)")
                .params(subscription, endpoint.category(), endpoint.name(), endpoint.endpoint(), endpoint.description())
                .update());
    }

    /** These are the credentials from now on. */
    public void replaceCredentials(int subscription, List<Credential> credentials) {
        jdbc.sql("delete from cmw.subscription_credential where subscription_id = ?")
                .param(subscription)
                .update();
        credentials.forEach(credential -> jdbc.sql("insert into cmw.subscription_credential"
                        + " (subscription_id, key, value, description, weight, by_vendor)"
                        + " values (?, ?, ?, cast(? as jsonb), ?, ?)")
                .params(
                        subscription,
                        credential.key(),
                        credential.value() == null
                                ? null
                                : cipher.encrypt(credential.value(), context(subscription, credential.key())),
                        json.write(credential.description()),
                        credential.weight(),
                        credential.byVendor())
                .update());
    }

    /** Adds to the instructions, by language. */
    public void putInstructions(int subscription, Map<String, String> instructions) {
        jdbc.sql("update cmw.subscription set revision = revision + 1,"
                        + " instructions = instructions || cast(? as jsonb) where id = ?")
                .params(json.write(instructions), subscription)
                .update();
    }

    public Map<Integer, List<Endpoint>> endpointsOf(List<Integer> subscriptions) {
        record Row(int subscription, Endpoint endpoint) {}
        return jdbc
                .sql("select * from cmw.subscription_endpoint where subscription_id = any(?) order by id")
                .param(subscriptions.toArray(Integer[]::new))
                .query((row, index) -> new Row(
                        row.getInt("subscription_id"),
                        new Endpoint(
                                row.getInt("id"),
                                row.getString("category"),
                                row.getString("name"),
                                row.getString("endpoint"),
                                row.getString("description"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::subscription, Collectors.mapping(Row::endpoint, Collectors.toList())));
    }

    /** In clear. */
    public List<Credential> credentialsOf(int subscription) {
        return jdbc.sql("select * from cmw.subscription_credential where subscription_id = ? order by weight, id")
                .param(subscription)
                .query((row, index) -> {
                    String key = row.getString("key");
                    String value = row.getString("value");
                    return new Credential(
                            key,
                            value == null ? null : cipher.decrypt(value, context(subscription, key)),
                            json.read(row.getString("description"), TEXTS),
                            row.getInt("weight"),
                            row.getBoolean("by_vendor"));
                })
                .list();
    }

    public Map<String, String> instructionsOf(int subscription) {
        return jdbc.sql("select instructions from cmw.subscription where id = ?")
                .param(subscription)
                .query((row, index) -> rows.texts(row, "instructions"))
                .single();
    }

    private static String context(int subscription, String key) {
        return "subscription/" + subscription + "/credential/" + key;
    }
}
