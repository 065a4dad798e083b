package io.mercato.boot;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the process as a whole.
 *
 * @param data folder of everything that survives a restart
 * @param demo whether demo users and demo data exist
 */
@ConfigurationProperties("mercato")
public record PlatformProperties(Path data, boolean demo) {

    /** A folder below {@link #data}, absolute. */
    public Path folder(String name) {
        return data.toAbsolutePath().normalize().resolve(name);
    }
}
