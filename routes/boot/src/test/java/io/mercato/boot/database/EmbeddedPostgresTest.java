package io.mercato.boot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.process.Processes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {
    private static final DatabaseProperties SETTINGS =
            new DatabaseProperties(true, 0, Duration.ofSeconds(60), "32MB", 20);

    @TempDir
    Path data;

    @Test
    void what_is_committed_is_on_the_disk() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            JdbcClient sql = JdbcClient.create(postgres.getPostgresDatabase());

            assertThat(setting(sql, "fsync")).isEqualTo("on");
            assertThat(setting(sql, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(sql, "full_page_writes")).isEqualTo("on");
            assertThat(setting(sql, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(sql, "server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void data_survives_a_restart_and_each_module_has_a_schema_and_a_history_of_its_own() throws Exception {
        List<String> modules;
        try (EmbeddedPostgres postgres = start()) {
            ModuleMigrations migrations = new ModuleMigrations(postgres.getPostgresDatabase());
            migrations.afterPropertiesSet();
            modules = migrations.modules();
            JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("create table kept(word text)")
                    .update();
        }
        try (EmbeddedPostgres postgres = start()) {
            JdbcClient sql = JdbcClient.create(postgres.getPostgresDatabase());
            new ModuleMigrations(postgres.getPostgresDatabase()).afterPropertiesSet();

            assertThat(sql.sql("select count(*) from kept").query(Long.class).single())
                    .isZero();
            assertThat(modules).isNotEmpty();
            for (String module : modules) {
                assertThat(sql.sql("select count(*) from " + module.replace('-', '_') + ".flyway_history")
                                .query(Long.class)
                                .single())
                        .isPositive();
            }
        }
    }

    @Test
    void a_server_that_a_killed_platform_left_behind_is_ended_before_the_next_one_starts() throws Exception {
        EmbeddedPostgres left = start();
        JdbcClient.create(left.getPostgresDatabase())
                .sql("create table kept(word text)")
                .update();
        Path folder = data.resolve("postgres");
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        assertThat(Processes.find(pid, folder.toString())).isPresent();

        new OrphanedPostmaster(folder).end();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> Processes.find(pid, folder.toString()).isEmpty());
        left.close(); // it held the lock of the folder in this process, as the killed platform does not
        try (EmbeddedPostgres next = start()) {
            assertThat(JdbcClient.create(next.getPostgresDatabase())
                            .sql("select count(*) from kept")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void a_pid_that_was_given_to_somebody_else_meanwhile_is_let_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path folder = Files.createDirectories(data.resolve("postgres"));
            Files.writeString(folder.resolve("postmaster.pid"), stranger.pid() + "\n");

            new OrphanedPostmaster(folder).end();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(folder.resolve("postmaster.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private EmbeddedPostgres start() throws Exception {
        return new EmbeddedPostgresConfiguration().embeddedPostgres(new PlatformProperties(data, true), SETTINGS);
    }

    private static String setting(JdbcClient sql, String name) {
        return sql.sql("show " + name).query(String.class).single();
    }
}
