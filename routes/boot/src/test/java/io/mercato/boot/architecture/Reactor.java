package io.mercato.boot.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source tree around this module: the rooms of the house, as the root's pom.xml lists them. */
public final class Reactor {
    /** The platform's modules: names of packages, schemas, queues and route ids. */
    public static final List<String> MODULES = List.of(
            "cmw",
            "deployer",
            "monitor",
            "metricsexporter",
            "logger",
            "marketplace",
            "feedback",
            "cassetto",
            "janine",
            "vivace",
            "notifier",
            "identity",
            "deadletter");

    /** Where this module writes what it builds. */
    static final Path BUILT = Path.of("target").toAbsolutePath();

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Reactor() {}

    public static Path root() {
        return ROOT;
    }

    /** The folder of each Maven module. */
    public static List<Path> rooms() {
        return MODULE.matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> ROOT.resolve(found.group(1)))
                .toList();
    }

    /** The folders of compiled classes, without tests. */
    public static List<Path> classes() {
        return rooms().stream()
                .map(room -> room.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** Every Java source of a room or of all of them, without tests, in the order of their paths. */
    public static List<Path> sources() {
        return rooms().stream().flatMap(Reactor::sourcesOf).toList();
    }

    private static Stream<Path> sourcesOf(Path room) {
        Path folder = room.resolve("src/main/java");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
