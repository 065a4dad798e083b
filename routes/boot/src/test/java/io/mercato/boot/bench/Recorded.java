package io.mercato.boot.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The statements that the platform's own stores send for something, with their values, to be sent again bare: no call over
 * HTTP, no route, no record, no JSON. What nothing can be faster than that asks the database the same.
 */
final class Recorded {
    private final List<Sent> statements = new ArrayList<>();

    private record Set(Method method, Object[] arguments) {}

    private record Sent(String sql, List<Set> values) {}

    /** What a store does over a database. */
    interface Reading {
        void read(DataSource database) throws Exception;
    }

    static Recorded of(Connection connection, Reading reading) throws Exception {
        Recorded recorded = new Recorded();
        reading.read(new SingleConnectionDataSource(recorded.recording(connection), true));
        return recorded;
    }

    private Connection recording(Connection connection) {
        return (Connection) proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement ? recording(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement recording(PreparedStatement statement, String sql) {
        Sent sent = new Sent(sql, new ArrayList<>());
        statements.add(sent);
        return (PreparedStatement) proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length >= 2) {
                sent.values().add(new Set(method, arguments));
            }
            return call(statement, method, arguments);
        });
    }

    /** Sends them, and reads all rows. */
    void send(Connection connection) throws Exception {
        for (Sent sent : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                for (Set value : sent.values()) {
                    value.method().invoke(statement, value.arguments());
                }
                drain(statement);
            }
        }
    }

    private static void drain(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(Recorded.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
