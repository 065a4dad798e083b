package io.mercato.boot.crash;

import io.mercato.boot.harness.PlatformProcess;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks into the platform's database from outside, also while the platform is dead and its database is not. */
final class CrashDatabase {
    private static final List<String> OUTBOXES = List.of("cmw", "deployer");

    private final JdbcClient jdbc;

    CrashDatabase(PlatformProcess platform) {
        String url = "jdbc:postgresql://127.0.0.1:" + platform.port("mercato.database.port") + "/postgres";
        jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    int count(String sql) {
        return jdbc.sql("select count(*) from " + sql).query(Integer.class).single();
    }

    int inFlight() {
        return count("cmw.subscription where status <> 'DEPLOYED'");
    }

    /** Messages, e-mails and events that are still on their way; empty when everything has arrived. */
    List<String> onTheirWay() {
        return Stream.concat(
                        OUTBOXES.stream().map(module -> module + ".outbox"),
                        Stream.of(
                                "notifier.email where status <> 'SENT'",
                                "cmw.vendor_event where notified_at is null",
                                "cmw.invoice where number is null",
                                "deployer.deployment where step is not null",
                                "cmw.subscription where status <> 'DEPLOYED'"))
                .map(what -> count(what) + " in " + what)
                .filter(line -> !line.startsWith("0 "))
                .toList();
    }

    /** What an endpoint was to be told of each entity, in the order of its happening. */
    List<Told> events(String endpoint) {
        return jdbc.sql("""
                        select lower(left(entity, 1)) || substr(entity, 2) || '/' || entity_id as entity, body from cmw.vendor_event
                        where endpoint = ? order by id
                        """).param(endpoint).query(Told.class).list();
    }

    record Told(String entity, String body) {}
}
