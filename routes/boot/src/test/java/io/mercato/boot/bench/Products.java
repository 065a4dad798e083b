package io.mercato.boot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Products by the ten thousand, the same ones in each run, written straight into the tables: {@code bench/products.sql}.
 * The indexes of the search are made anew afterwards, which is faster than to fill them row by row.
 */
final class Products {
    private static final int FIRST = 100_000;
    private static final int BATCH = 10_000;
    private static final int COMPANIES = 1_000;
    private static final int CATEGORIES = 40;
    private static final int PROVIDERS = 5;

    private final String databaseUrl;
    private int made;

    Products(String databaseUrl) {
        this.databaseUrl = databaseUrl;
    }

    void growTo(int number) throws Exception {
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                Statement statement = connection.createStatement()) {
            if (made == 0) {
                surroundings(statement);
            }
            List<String> indexes = definitions(statement);
            for (String index : indexes) {
                statement.execute("drop index cmw." + index.split(" ")[indexOfName(index)]);
            }
            for (; made < number; made += BATCH) {
                fill(connection, FIRST + made, FIRST + Math.min(number, made + BATCH) - 1);
            }
            made = number;
            statement.execute("set maintenance_work_mem = '256MB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("vacuum (analyze)");
        }
    }

    private static int indexOfName(String definition) {
        return definition.startsWith("CREATE UNIQUE") ? 3 : 2;
    }

    private static List<String> definitions(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select indexdef from pg_indexes where schemaname = 'cmw'"
                + " and tablename = 'product_search' and indexname <> 'product_search_pkey'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void surroundings(Statement statement) throws SQLException {
        statement.execute("insert into cmw.company (id, name, email_address) select " + FIRST
                + " + i, 'Vendor ' || i, 'office@vendor.example' from generate_series(0, " + (COMPANIES - 1) + ") i");
        statement.execute("insert into cmw.category (id, name, slug) select " + FIRST
                + " + i, 'Shelf ' || i, 'shelf-' || i from generate_series(0, " + (CATEGORIES - 1) + ") i");
        statement.execute("insert into cmw.cloud_provider (id, name, connector, endpoint) select " + FIRST
                + " + i, 'Cloud ' || i, 'openstack', 'http://cloud.example' from generate_series(0, "
                + (PROVIDERS - 1) + ") i");
    }

    private static void fill(Connection connection, int from, int to) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select setseed(" + from % 9_973 / 9_973.0 + ")");
            statement.execute("set session_replication_role = replica");
            statement.execute(sql().replace(":from", String.valueOf(from))
                    .replace(":to", String.valueOf(to))
                    .replaceAll(":(company|category|provider)", String.valueOf(FIRST)));
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze cmw.product, cmw.product_version, cmw.company");
        }
        try (PreparedStatement refresh =
                connection.prepareStatement("select cmw.refresh_product_search(array(select generate_series(?, ?)))")) {
            refresh.setInt(1, from);
            refresh.setInt(2, to);
            refresh.execute();
        }
    }

    private static String sql() throws IOException {
        try (InputStream file = Products.class.getResourceAsStream("/bench/products.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
