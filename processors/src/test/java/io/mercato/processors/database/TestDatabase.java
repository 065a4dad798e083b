package io.mercato.processors.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL for the tests of one JVM, and in it a database for each test class with the schemas it asks for. */
public final class TestDatabase implements AutoCloseable {
    /** At its end a JVM stops the server while contexts that use it still close: they are not to wait for it for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static EmbeddedPostgres server;
    private static int databases;

    private final HikariDataSource dataSource;

    private TestDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static synchronized TestDatabase with(String... modules) {
        String name = "test" + ++databases;
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(newDatabase(name));
        dataSource.setMaximumPoolSize(8);
        dataSource.setConnectionTimeout(PATIENCE.toMillis());
        for (String module : modules) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/migration/" + module)
                    .load()
                    .migrate();
        }
        return new TestDatabase(dataSource);
    }

    private static String newDatabase(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
