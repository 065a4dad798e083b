package io.mercato.boot.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The limit: an order's row and an outbox's row by one statement and one commit, nothing else, in the same database at
 * the same time. No platform that keeps its orders in this database can be faster.
 */
final class BareInsert implements AutoCloseable {
    private static final String INSERT = """
            with placed as (
                insert into bench."order" (type, status, buyer_id, creator_id, product_version_id, currency, net, vat,
                                           total, created_at)
                values ('NORMAL', 'PAID', ?, ?, 1, 'EUR', 6.00, 1.32, 7.32, now())
                returning id)
            insert into bench.outbox (destination, type, aggregate, payload)
            select 'queue.notifier.emails', 'Email', 'order/' || id, ? from placed""";
    private static final String PAYLOAD = "{\"template\":\"order-created\",\"text\":\"" + "x".repeat(400) + "\"}";

    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final String databaseUrl;

    BareInsert(String databaseUrl) throws SQLException {
        this.databaseUrl = databaseUrl;
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create table bench.\"order\" (like cmw.\"order\" including all)");
            statement.execute("create table bench.outbox (like cmw.outbox including all)");
        }
    }

    Timing measure(int operations, int atOnce) throws Exception {
        while (connections.size() < atOnce) {
            connections.add(DriverManager.getConnection(databaseUrl));
        }
        return Load.run(operations, atOnce, number -> {
            Connection connection = connections.take();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setInt(1, number);
                insert.setInt(2, number);
                insert.setString(3, PAYLOAD);
                insert.executeUpdate();
            } finally {
                connections.add(connection);
            }
        });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
