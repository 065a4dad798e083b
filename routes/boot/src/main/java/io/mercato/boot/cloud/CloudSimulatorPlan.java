package io.mercato.boot.cloud;

import io.mercato.boot.process.ChildPlan;
import io.mercato.boot.process.ChildSpec;
import io.mercato.boot.process.JavaCommand;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the simulated cloud is started: from the platform's own class path, as a program of its own. */
class CloudSimulatorPlan implements ChildPlan {
    private static final String MAIN = "io.mercato.simulator.CloudSimulator";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final CloudSimulatorProperties settings;
    private final Path data;
    private final String password;
    private final Path log;

    CloudSimulatorPlan(CloudSimulatorProperties settings, Path data, String password, Path log) {
        this.settings = settings;
        this.data = data;
        this.password = password;
        this.log = log;
    }

    @Override
    public ChildSpec prepare() {
        List<String> command = new ArrayList<>(JavaCommand.ofThisClassPath(settings.heap(), List.of(), MAIN));
        command.add("--port=" + settings.port());
        command.add("--data=" + data);
        command.add("--boot-time=" + settings.bootTime());
        command.addAll(settings.arguments());
        return new ChildSpec(
                command,
                "--data=" + data,
                Map.of("SIMULATOR_PASSWORD", password),
                log,
                URI.create("http://127.0.0.1:" + settings.port() + "/simulator/health"),
                settings.startLimit(),
                STOP_LIMIT);
    }
}
