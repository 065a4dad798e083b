package io.mercato.boot.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of our own S3 server; another one is named by {@code mercato.s3.*}.
 *
 * @param embedded whether the platform runs its own
 * @param port port of it on 127.0.0.1; 0 for any free one
 */
@ConfigurationProperties("mercato.storage")
public record StorageProperties(boolean embedded, int port) {}
