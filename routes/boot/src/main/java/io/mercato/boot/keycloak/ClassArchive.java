package io.mercato.boot.keycloak;

import io.mercato.boot.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak's classes as the JVM can map them into memory: written when Keycloak ends for the first time, used from then
 * on. Together with no second verification of the byte code, which comes unchanged from the distribution, it takes a
 * third off the start.
 */
class ClassArchive {
    private static final int SECONDS_TO_VERIFY = 30;
    private static final List<String> UNVERIFIED =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private final Path program;
    private final Path draft;
    private final Path file;

    ClassArchive(Path program) {
        this.program = program;
        this.draft = program.resolve("classes.jsa.new");
        this.file = program.resolve("classes-" + Runtime.version().feature() + ".jsa");
    }

    List<String> options() throws IOException, InterruptedException {
        adoptDraft();
        List<String> options = new ArrayList<>(UNVERIFIED);
        options.add(Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + draft);
        return options;
    }

    /** One that was cut off by a kill is found out by its check sums, and forgotten. */
    private void adoptDraft() throws IOException, InterruptedException {
        if (!Files.exists(draft)) {
            return;
        }
        List<String> command = new ArrayList<>(JavaCommand.small("64m"));
        command.addAll(List.of("-Xshare:on", "-XX:+UnlockDiagnosticVMOptions", "-XX:+VerifySharedSpaces"));
        command.addAll(List.of("-XX:-BytecodeVerificationRemote", "-XX:SharedArchiveFile=" + draft));
        command.addAll(List.of("-cp", program.resolve("lib/quarkus-run.jar").toString(), "-version"));
        Process check = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean whole = check.waitFor(SECONDS_TO_VERIFY, TimeUnit.SECONDS) && check.exitValue() == 0;
        check.destroyForcibly();
        if (whole) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(draft);
        }
    }
}
