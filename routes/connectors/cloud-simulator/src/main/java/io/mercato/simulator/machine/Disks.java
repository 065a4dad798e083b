package io.mercato.simulator.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where disks lie. A machine's root disk is machines/ID/root, a volume is volumes/ID. A volume that is attached is
 * moved to where the machine sees it, root/data, and back when it is detached: so nothing that a machine can name lies
 * outside its root.
 */
public final class Disks {
    private final Path machines;
    private final Path volumes;

    public Disks(Path data) throws IOException {
        machines = Files.createDirectories(data.resolve("machines"));
        volumes = Files.createDirectories(data.resolve("volumes"));
    }

    /** The machine's own directory: its root disk, and beside it what belongs to the machine but not on its disk. */
    public Path machine(String serverId) {
        return machines.resolve(serverId);
    }

    public Path root(String serverId) {
        return machine(serverId).resolve("root");
    }

    /** Where the machine sees the volume: /dev/vdb is /data, the next ones are /data-vdc and so on. */
    public static String mountPoint(String device) {
        return device.equals("/dev/vdb") ? "/data" : "/data-" + device.substring(device.lastIndexOf('/') + 1);
    }

    private Path mounted(String serverId, String device) {
        return root(serverId).resolve(mountPoint(device).substring(1));
    }

    public void createVolume(String volumeId) {
        create(volumes.resolve(volumeId));
    }

    /** Shows the volume to the machine; nothing happens when it is already there. */
    public void mount(String volumeId, String serverId, String device) {
        Path home = volumes.resolve(volumeId);
        Path target = mounted(serverId, device);
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        create(target.getParent());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            setAside(target);
        }
        move(home, target);
    }

    /** Takes the volume back; nothing happens when it is already at home. */
    public void unmount(String volumeId, String serverId, String device) {
        Path home = volumes.resolve(volumeId);
        Path target = mounted(serverId, device);
        boolean away = !Files.exists(home, LinkOption.NOFOLLOW_LINKS);
        if (away && Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            move(target, home);
        }
        create(home);
    }

    /** What a machine put where a volume goes stays on its root disk, under another name. */
    private void setAside(Path target) {
        move(target, target.resolveSibling(target.getFileName() + ".before-" + System.nanoTime()));
    }

    public void deleteVolume(String volumeId) {
        delete(volumes.resolve(volumeId));
    }

    public void deleteMachine(String serverId) {
        delete(machine(serverId));
    }

    static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(directory, new Deleter());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The bytes of the files in a directory. */
    public static long used(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        long[] bytes = {0};
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes[0];
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
