package io.mercato.boot.cloud;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the simulated cloud.
 *
 * @param embedded whether the platform starts one beside itself
 * @param port its port on 127.0.0.1
 * @param bootTime how long its machines take to boot
 * @param heap its largest heap
 * @param startLimit how long it may take to be ready
 * @param arguments more of its own arguments, as {@code --ssh-port=2223}
 */
@ConfigurationProperties("mercato.cloud-simulator")
record CloudSimulatorProperties(
        boolean embedded, int port, Duration bootTime, String heap, Duration startLimit, List<String> arguments) {

    CloudSimulatorProperties {
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }
}
