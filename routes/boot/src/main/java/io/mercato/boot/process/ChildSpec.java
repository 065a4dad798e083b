package io.mercato.boot.process;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a child process is started.
 *
 * @param command program and arguments; must contain the mark
 * @param mark words of the command line that no other process has: the folder that the child works in
 * @param environment added to the platform's own; may hold secrets, which a command line would show to everybody
 * @param log file that everything goes to which the child prints
 * @param ready answers 200 when the child can be used
 * @param startLimit how long it may take until then
 * @param stopLimit how long it may take to end when it is asked to
 */
public record ChildSpec(
        List<String> command,
        String mark,
        Map<String, String> environment,
        Path log,
        URI ready,
        Duration startLimit,
        Duration stopLimit) {

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (!String.join(" ", command).contains(mark)) {
            throw new IllegalArgumentException("The command line does not contain " + mark);
        }
    }

    /** Equal for two that run the same program in the same way: only such a one is taken over. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String all = command + "\n" + new TreeMap<>(environment);
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "ChildSpec" + command;
    }
}
