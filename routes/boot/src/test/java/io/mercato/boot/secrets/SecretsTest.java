package io.mercato.boot.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.boot.PlatformProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretsTest {
    @TempDir
    Path data;

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void a_secret_is_made_once_and_survives_a_restart() {
        String first = secrets().get("broker");

        assertThat(secrets().get("broker")).isEqualTo(first);
        assertThat(Base64.getUrlDecoder().decode(first)).hasSize(32);
        assertThat(secrets().get("cloud-simulator")).isNotEqualTo(first);
    }

    @Test
    void nobody_but_its_owner_reads_a_secret() throws Exception {
        secrets().get("broker");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/broker"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_setting_takes_the_place_of_the_file() {
        settings.setProperty("mercato.secrets.broker", "from-elsewhere");

        assertThat(secrets().get("broker")).isEqualTo("from-elsewhere");
        assertThat(data.resolve("secrets/broker")).doesNotExist();
    }

    @Test
    void a_name_cannot_lead_out_of_the_folder() {
        assertThatThrownBy(() -> secrets().get("../broker")).isInstanceOf(IllegalArgumentException.class);
    }

    private Secrets secrets() {
        return new Secrets(new PlatformProperties(data, true), settings);
    }
}
