package io.mercato.boot.cloud;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.process.ChildProcess;
import io.mercato.boot.process.Supervisor;
import io.mercato.boot.secrets.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the simulated cloud. Its user's password is the secret {@code cloud-simulator}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mercato.cloud-simulator.embedded")
class CloudSimulatorConfiguration {

    @Bean(destroyMethod = "")
    ChildProcess cloudSimulatorChild(
            Supervisor supervisor, PlatformProperties platform, CloudSimulatorProperties settings, Secrets secrets) {
        return supervisor.start(
                "cloud-simulator",
                new CloudSimulatorPlan(
                        settings,
                        platform.folder("cloud"),
                        secrets.get("cloud-simulator"),
                        platform.folder("log").resolve("cloud-simulator.log")));
    }
}
