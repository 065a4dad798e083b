package io.mercato.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Test
    void defaults_are_for_people() {
        SimulatorSettings settings = SimulatorSettings.defaults(Path.of("x"), "p");

        assertThat(settings.port()).isEqualTo(8083);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.bootTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.addressRange()).isEqualTo("127.77.0.0/16");
        assertThat(settings.data()).isAbsolute();
    }

    @Test
    void the_command_line_goes_before_the_system_property() {
        System.setProperty("simulator.port", "1234");
        try {
            assertThat(SettingsReader.read(new String[] {"--password=p"}).port())
                    .isEqualTo(1234);
            assertThat(SettingsReader.read(new String[] {"--password=p", "--port=99"})
                            .port())
                    .isEqualTo(99);
        } finally {
            System.clearProperty("simulator.port");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bind=0.0.0.0", "--bind=192.168.1.1", "--port=x", "--port=70000", "--boot-time=2s",
                "--boot-time=-PT1S", "--fail-rate=2", "--unknown=1", "word", "--ssh-port=0"
            })
    void what_makes_no_sense_is_refused(String argument) {
        assertThatThrownBy(() -> SettingsReader.read(new String[] {"--password=p", argument}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_help_page_names_each_setting() {
        assertThat(SettingsReader.help()).contains("--port", "--boot-time", "--quota-instances", "[PT2S]");
    }
}
