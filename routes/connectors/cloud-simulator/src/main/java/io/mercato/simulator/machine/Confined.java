package io.mercato.simulator.machine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine's file names: absolute paths below its root directory. Nothing outside has a name, links lead nowhere. */
public final class Confined {
    private final Path root;

    public Confined(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /** The machine's absolute name for a path, with dots resolved; above the root there is only the root. */
    public static String absolute(String directory, String path) {
        Path joined = Path.of(directory.isEmpty() ? "/" : directory).resolve(path.isEmpty() ? "." : path);
        return joined.normalize().toString();
    }

    /** The real file of the machine's absolute name. */
    public Path real(String absolute) throws IOException {
        String inside = absolute("/", absolute);
        Path real = root.resolve(inside.substring(1)).normalize();
        check(real);
        return real;
    }

    /** Refuses a path outside, and one that leads over a symbolic link. */
    public void check(Path real) throws IOException {
        Path whole = real.toAbsolutePath().normalize();
        if (!whole.startsWith(root)) {
            throw new AccessDeniedException("outside of the machine");
        }
        Path step = root;
        for (Path part : root.relativize(whole)) {
            step = step.resolve(part);
            if (Files.isSymbolicLink(step)) {
                throw new AccessDeniedException("symbolic links are not followed");
            }
        }
    }
}
