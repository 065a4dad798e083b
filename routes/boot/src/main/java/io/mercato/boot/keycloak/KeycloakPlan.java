package io.mercato.boot.keycloak;

import io.mercato.boot.process.ChildPlan;
import io.mercato.boot.process.ChildSpec;
import io.mercato.boot.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs and builds Keycloak once, writes its realm, and starts it without the shell script around it. */
class KeycloakPlan implements ChildPlan {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakPlan.class);
    /** Long enough to write the class archive at the first end. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final List<String> OPENED = List.of(
            "java.base/java.util", "java.base/java.util.concurrent", "java.base/java.security", "java.base/java.lang");

    private final KeycloakProperties settings;
    private final KeycloakHome home;
    private final KeycloakRealm realm;
    private final Map<String, String> environment;
    private final Path log;

    KeycloakPlan(
            KeycloakProperties settings,
            KeycloakHome home,
            KeycloakRealm realm,
            Map<String, String> environment,
            Path log) {
        this.settings = settings;
        this.home = home;
        this.realm = realm;
        this.environment = environment;
        this.log = log;
    }

    @Override
    public ChildSpec prepare() throws IOException, InterruptedException {
        home.install();
        realm.write(home.importFolder());
        if (!Files.exists(home.builtMark())) {
            build();
        }
        ClassArchive archive = new ClassArchive(home.program());
        return new ChildSpec(
                command(archive.options(), startArguments()),
                home.program().toString(),
                environment,
                log,
                URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"),
                settings.startLimit(),
                STOP_LIMIT);
    }

    private void build() throws IOException, InterruptedException {
        LOG.info("Keycloak is built, once; this takes about twenty seconds");
        Files.createDirectories(log.getParent());
        Process build = new ProcessBuilder(
                        command(List.of(), List.of("build", "--db=dev-file", "--health-enabled=true")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!build.waitFor(settings.startLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Keycloak was not built within " + settings.startLimit() + ", see " + log);
            }
            if (build.exitValue() != 0) {
                throw new IOException("Keycloak could not be built, see " + log);
            }
        } finally {
            build.destroyForcibly();
        }
        Files.createFile(home.builtMark());
    }

    private List<String> startArguments() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + settings.managementPort(),
                "--hostname=http://localhost:" + settings.port());
    }

    private List<String> command(List<String> options, List<String> arguments) {
        Path program = home.program();
        List<String> command = new ArrayList<>(JavaCommand.small(settings.heap()));
        command.addAll(options);
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.add("-Dkc.home.dir=" + program);
        command.add("-Djboss.server.config.dir=" + program.resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Dquarkus-log-max-startup-records=10000");
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.addAll(List.of("-cp", program.resolve("lib/quarkus-run.jar").toString(), MAIN));
        command.addAll(arguments);
        return command;
    }
}
