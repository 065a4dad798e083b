package io.mercato.boot.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntFunction;

/** Bare connections to the platform's database, one for each of those who work at once. */
final class Connections implements AutoCloseable {
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final String databaseUrl;

    Connections(String databaseUrl) {
        this.databaseUrl = databaseUrl;
    }

    interface Work {
        void with(Connection connection) throws Exception;
    }

    Timing measure(int operations, int atOnce, IntFunction<Recorded> what) throws Exception {
        while (free.size() < atOnce) {
            free.add(asThePlatformConnects());
        }
        return Load.run(
                operations,
                atOnce,
                number -> use(connection -> what.apply(number).send(connection)));
    }

    private Connection asThePlatformConnects() throws SQLException {
        Connection connection = DriverManager.getConnection(databaseUrl);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 0");
        }
        return connection;
    }

    private void use(Work work) throws Exception {
        Connection connection = free.take();
        try {
            work.with(connection);
        } finally {
            free.add(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : free) {
            connection.close();
        }
    }
}
