package io.mercato.boot.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How long the platform takes until it is ready, with a Keycloak of its own; as {@code spring-boot:run} starts it. */
final class StartBench {
    private static final int STARTS = 4;
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

    private StartBench() {}

    static String run(Path data) throws Exception {
        String keycloak = System.getProperty("mercato.identity.keycloak.distribution");
        List<String> arguments = List.of(
                "--mercato.identity.keycloak.distribution=" + keycloak,
                "--mercato.identity.keycloak.port=" + BenchPlatform.freePort(),
                "--mercato.identity.keycloak.management-port=" + BenchPlatform.freePort());
        StringBuilder table = new StringBuilder("| start | seconds to ready |\n|---|---|\n");
        for (int start = 1; start <= STARTS; start++) {
            try (BenchPlatform platform = BenchPlatform.start(data, QUICK_START, arguments)) {
                table.append(String.format(
                        Locale.ROOT, "| %d | %.1f |%n", start, platform.untilReady().toMillis() / 1000.0));
            }
        }
        return table.toString();
    }
}
