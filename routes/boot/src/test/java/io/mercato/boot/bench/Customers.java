package io.mercato.boot.bench;

import io.mercato.boot.harness.FakeIdentityProvider;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** Customers by the thousand, each with a public key and a token; written straight into the table of users. */
final class Customers {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f bench";
    private static final String MAIL_DOMAIN = "@bench.example";
    private static final String INSERT = "insert into cmw.\"user\" (user_name, email, name, surname, role, keycloak_id,"
            + " public_key) values (?, ?, 'Bench', 'Customer', 'USER', ?, ?)";

    private final String databaseUrl;
    private final FakeIdentityProvider identities;
    private int made;

    Customers(String databaseUrl, FakeIdentityProvider identities) {
        this.databaseUrl = databaseUrl;
        this.identities = identities;
    }

    /** {@code Authorization} of customers that nobody has seen before. */
    List<String> next(int number) throws Exception {
        List<String> tokens = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < number; i++) {
                String name = "bench-" + ++made;
                insert.setString(1, name);
                insert.setString(2, name + MAIL_DOMAIN);
                insert.setString(3, "id-of-" + name);
                insert.setString(4, KEY);
                insert.addBatch();
                tokens.add(identities.bearer(name, name + MAIL_DOMAIN));
            }
            insert.executeBatch();
            connection.commit();
        }
        return tokens;
    }
}
