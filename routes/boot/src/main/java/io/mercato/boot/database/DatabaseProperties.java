package io.mercato.boot.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the embedded PostgreSQL; any other one is named by {@code spring.datasource.*}.
 *
 * @param embedded whether the platform runs its own server
 * @param port its port on 127.0.0.1; 0 for any free one
 * @param startLimit how long it may take to start
 * @param sharedBuffers the server's {@code shared_buffers}
 * @param maxConnections the server's {@code max_connections}
 */
@ConfigurationProperties("mercato.database")
record DatabaseProperties(boolean embedded, int port, Duration startLimit, String sharedBuffers, int maxConnections) {}
