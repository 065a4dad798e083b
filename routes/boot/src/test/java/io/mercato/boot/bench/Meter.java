package io.mercato.boot.bench;

import io.mercato.boot.harness.PlatformProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Reads what platform and database have used so far, and looks into the database without leaving a trace there. */
final class Meter implements AutoCloseable {
    private static final double MILLIS_OF_A_TICK = 10;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int CHILDREN_USER_TIME = 13;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final String OPEN_WORK = """
            select (select count(*) from cmw.outbox) + (select count(*) from deployer.outbox)
                + (select count(*) from notifier.email where status = 'PENDING')""";

    private final PlatformProcess platform;
    private final Connection connection;
    private final long ownBackend;

    Meter(PlatformProcess platform) throws SQLException {
        this.platform = platform;
        this.connection = DriverManager.getConnection(databaseUrl(platform));
        ownBackend = number("select pg_backend_pid()");
    }

    Cost read() throws Exception {
        long commits = number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        Map<String, Double> threads = threadTimes();
        double calls = threads.getOrDefault("calls", 0.0);
        double compiler = threads.getOrDefault("compiler", 0.0);
        double allButCompiler = ownTime(platform.pid()) - compiler;
        return new Cost(calls, allButCompiler, compiler, databaseTime(), commits);
    }

    private Map<String, Double> threadTimes() throws IOException {
        List<Path> threads;
        try (Stream<Path> folder = Files.list(Path.of("/proc", String.valueOf(platform.pid()), "task"))) {
            threads = folder.toList();
        }
        Map<String, Double> times = new HashMap<>();
        for (Path thread : threads) {
            times.merge(kind(thread), ticks(thread, USER_TIME, SYSTEM_TIME) * MILLIS_OF_A_TICK, Double::sum);
        }
        return times;
    }

    /** By the thread's name, of which the system keeps the first 15 characters. */
    private static String kind(Path thread) throws IOException {
        Path file = thread.resolve("comm");
        String name = Files.exists(file) ? Files.readString(file) : "";
        if (name.startsWith("http-nio") || name.startsWith("task-")) {
            return "calls";
        }
        return name.startsWith("C1 ") || name.startsWith("C2 ") ? "compiler" : "other";
    }

    static String databaseUrl(PlatformProcess platform) {
        return "jdbc:postgresql://127.0.0.1:" + platform.port("mercato.database.port") + "/postgres?user=postgres";
    }

    private long postmaster() throws IOException {
        Path file = platform.data().resolve("postgres/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }

    private double databaseTime() throws IOException {
        long postmaster = postmaster();
        List<Long> backends;
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).orElseThrow().children()) {
            backends = children.map(ProcessHandle::pid)
                    .filter(pid -> pid != ownBackend)
                    .toList();
        }
        double time = ownTime(postmaster)
                + ticks(process(postmaster), CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME) * MILLIS_OF_A_TICK;
        for (long backend : backends) {
            time += ownTime(backend);
        }
        return time;
    }

    private static double ownTime(long pid) throws IOException {
        return ticks(process(pid), USER_TIME, SYSTEM_TIME) * MILLIS_OF_A_TICK;
    }

    private static Path process(long pid) {
        return Path.of("/proc", String.valueOf(pid));
    }

    private static long ticks(Path process, int... fields) throws IOException {
        Path file = process.resolve("stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = Files.readString(file);
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(words[field]);
        }
        return sum;
    }

    /** Each in a transaction of its own, which only reads, and so counts for none and holds no lock afterwards. */
    synchronized long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    synchronized List<Long> numbers(String sql) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        return found;
    }

    synchronized String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Waits until nothing is left of what the orders set going. */
    void awaitQuiet() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .during(Duration.ofMillis(500))
                .until(() -> number(OPEN_WORK) == 0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
