package io.mercato.boot.bench;

import io.mercato.boot.harness.PlatformProcess;
import java.util.Locale;
import java.util.Map;

/** How long the platform takes until it is ready, with a Keycloak of its own; as {@code spring-boot:run} starts it. */
final class StartBench {
    private static final int STARTS = 4;

    private StartBench() {}

    static String run() throws Exception {
        StringBuilder table = new StringBuilder("| start | seconds to ready |\n|---|---|\n");
        try (PlatformProcess platform = PlatformProcess.named("bench-start", Map.of())) {
            for (int start = 1; start <= STARTS; start++) {
                long begin = System.nanoTime();
                platform.start().awaitReady();
                double seconds = (System.nanoTime() - begin) / 1e9;
                table.append(String.format(Locale.ROOT, "| %d | %.1f |%n", start, seconds));
                platform.stop();
            }
        }
        return table.toString();
    }
}
