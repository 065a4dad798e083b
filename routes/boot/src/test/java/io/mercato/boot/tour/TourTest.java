package io.mercato.boot.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mercato.boot.harness.FreePorts;
import io.mercato.boot.harness.PlatformProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Does the tours as their pages tell them, with the real Keycloak, the demo data and the simulated cloud. */
class TourTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final List<String> TOOLS = List.of("bash", "curl", "jq", "node", "ssh", "ssh-keygen");
    /** There, a missing program is a failure; a newcomer's machine may build and test without it. */
    private static final boolean IN_CI = System.getenv("CI") != null;

    private static final long LIMIT_SECONDS = 600;

    private static PlatformProcess platform;

    @BeforeAll
    static void start_the_platform() throws Exception {
        List<String> missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
        assumeTrue(
                missing.isEmpty() || IN_CI,
                () -> "The tours are done in a shell, which lacks " + missing
                        + ": install the packages curl, jq, nodejs, openssh-client");
        assertThat(missing).as("programs of the tours that are not installed").isEmpty();
        platform = PlatformProcess.named("tour", Map.of()).start().awaitReady();
    }

    @AfterAll
    static void end_the_platform() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void the_tour_goes_as_its_page_tells() throws Exception {
        String said = done("tour");

        assertThat(said)
                .contains("\"status\": \"UP\"", "Carla Rossi", "the same order again", "WAITING_PAYMENT", "\"PAID\"")
                .containsPattern("\"remoteInvoiceId\": \"\\d{4}-\\d{6}\"")
                .containsPattern("100% .*\\n")
                .contains("<title>", "409: ", "in-use", "nothing is left in the cloud")
                .contains(" is ready", "has been removed", "CREATED", "DELETED");
        assertThat(Pattern.compile("^remember me$", Pattern.MULTILINE)
                        .matcher(said)
                        .results())
                .as("what was written before the stop is there after the start")
                .hasSize(2);
    }

    @Test
    void somebody_registers_confirms_logs_in_chooses_another_password_and_is_erased() throws Exception {
        new AccountTour(platform).go();
    }

    @Test
    void the_vendors_tour_goes_as_its_page_tells() throws Exception {
        String said = done("vendor-tour");

        assertThat(said)
                .contains("401", "is DEPLOYED", "Your workspace", "Log in and invite", "is UNDEPLOYED")
                .containsSubsequence("listening", "is provided", "is taken down", "is over")
                .containsPattern("DELETED +notified: true");
    }

    /** What the page's commands said when they were all done. */
    private static String done(String page) throws Exception {
        Path script = platform.data().resolve(page + ".sh");
        Path output = platform.data().resolveSibling(page + "-output.txt");
        Files.writeString(script, TourPage.read(DOCS.resolve(page + ".md")).script());

        Process tour = shell(script, output);
        boolean ended = tour.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        tour.destroyForcibly();

        String said = Files.readString(output);
        assertThat(ended).as("it comes to an end; it said%n%s", said).isTrue();
        assertThat(tour.waitFor()).as("how it ended; it said%n%s", said).isZero();
        return said;
    }

    private static Process shell(Path script, Path output) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .directory(platform.data().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment()
                .putAll(Map.of(
                        "MERCATO", platform.url(""),
                        "CLOUD", platform.cloudUrl(""),
                        "MAILS", platform.mailUrl(""),
                        "DATA", platform.data().toString(),
                        "EXAMPLES", Path.of("../../examples").toAbsolutePath().toString(),
                        "PORT", String.valueOf(new FreePorts().next())));
        shell.environment().remove("TOUR");
        return shell.start();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
