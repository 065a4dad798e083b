package io.mercato.boot.database;

import io.mercato.boot.PlatformProperties;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of somebody who has none: a PostgreSQL of our own below the data folder, durable like a real one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mercato.database.embedded")
class EmbeddedPostgresConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresConfiguration.class);
    private static final String OWNER = "postgres";

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(PlatformProperties platform, DatabaseProperties settings) throws IOException {
        Path data = platform.folder("postgres");
        Path programs = platform.folder("postgres-programs");
        new OrphanedPostmaster(data).end();
        Files.createDirectories(programs);
        long begin = System.nanoTime();
        EmbeddedPostgres postgres = durable(data, programs, settings).start();
        LOG.info(
                "PostgreSQL on 127.0.0.1:{} below {}, in {} ms",
                postgres.getPort(),
                data,
                (System.nanoTime() - begin) / 1_000_000);
        return postgres;
    }

    /** The library is made for tests and switches durability off: both switches are set back. */
    private static EmbeddedPostgres.Builder durable(Path data, Path programs, DatabaseProperties settings) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("shared_buffers", settings.sharedBuffers())
                .setServerConfig("max_connections", String.valueOf(settings.maxConnections()))
                .setPGStartupWait(settings.startLimit())
                .setPort(settings.port());
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
        String url = postgres.getJdbcUrl(OWNER, OWNER);
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
