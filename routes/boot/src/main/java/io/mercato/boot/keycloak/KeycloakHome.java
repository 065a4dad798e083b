package io.mercato.boot.keycloak;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folder that our own Keycloak runs in. Program and data lie apart, so that another version takes the data over.
 * The program's files are links to the distribution's, except those that Keycloak writes anew when it is built.
 */
class KeycloakHome {
    private final Path distribution;
    private final Path folder;

    KeycloakHome(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    Path program() {
        return folder.resolve(distribution.getFileName().toString());
    }

    Path importFolder() {
        return folder.resolve("data/import");
    }

    /** Where the outcome of the build stands; there is none before. */
    Path builtMark() {
        return program().resolve(".built");
    }

    void install() throws IOException {
        Files.createDirectories(importFolder());
        if (Files.exists(builtMark())) {
            return;
        }
        if (!Files.isDirectory(distribution)) {
            throw new IOException("There is no Keycloak in " + distribution
                    + "; set mercato.identity.keycloak.distribution to an unpacked one");
        }
        Path program = program();
        Files.walkFileTree(distribution, new Linker(program));
        Path data = program.resolve("data");
        if (!Files.exists(data)) {
            Files.createSymbolicLink(data, Path.of("../data"));
        }
    }

    private class Linker extends SimpleFileVisitor<Path> {
        private final Path program;

        Linker(Path program) {
            this.program = program;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(target(source));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
            Path target = target(source);
            Files.deleteIfExists(target);
            if (target.startsWith(program.resolve("lib/quarkus"))) {
                Files.copy(source, target);
            } else {
                link(source, target);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path source) {
            return program.resolve(distribution.relativize(source).toString());
        }

        private static void link(Path source, Path target) throws IOException {
            try {
                Files.createLink(target, source);
            } catch (IOException | UnsupportedOperationException otherFileSystem) {
                Files.copy(source, target);
            }
        }
    }
}
