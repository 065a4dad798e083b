package io.mercato.simulator.machine.shell;

import io.mercato.simulator.machine.shell.Commands.Command;
import io.mercato.simulator.machine.shell.Commands.Context;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands on files. */
final class FileCommands {
    private static final DateTimeFormatter LISTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private FileCommands() {}

    static void register(Map<String, Command> all) {
        all.put("pwd", FileCommands::pwd);
        all.put("cd", FileCommands::cd);
        all.put("ls", FileCommands::ls);
        all.put("cat", FileCommands::cat);
        all.put("mkdir", FileCommands::mkdir);
        all.put("touch", FileCommands::touch);
        all.put("rm", FileCommands::rm);
        all.put("test", FileCommands::test);
    }

    private static List<String> names(Context context) {
        return context.arguments().stream().filter(word -> !isFlag(word)).toList();
    }

    private static boolean isFlag(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    private static boolean flag(Context context, char flag) {
        return context.arguments().stream().anyMatch(word -> isFlag(word) && word.indexOf(flag) > 0);
    }

    private static int pwd(Context context) throws IOException {
        context.print(context.shell().directory() + "\n");
        return 0;
    }

    private static int cd(Context context) throws IOException {
        String target = context.arguments().isEmpty()
                ? context.shell().home()
                : context.arguments().get(0);
        Path real = existing(context, target);
        if (!Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(target);
        }
        context.shell().directory(context.shell().absolute(target));
        return 0;
    }

    private static Path existing(Context context, String path) throws IOException {
        Path real = context.shell().real(path);
        if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(path);
        }
        return real;
    }

    private static int ls(Context context) throws IOException {
        List<String> names = names(context).isEmpty() ? List.of(".") : names(context);
        for (String name : names) {
            Path real = existing(context, name);
            if (!Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
                list(context, real, name);
                continue;
            }
            try (Stream<Path> children = Files.list(real)) {
                for (Path child : children.sorted().toList()) {
                    String shown = child.getFileName().toString();
                    if (flag(context, 'a') || !shown.startsWith(".")) {
                        list(context, child, shown);
                    }
                }
            }
        }
        return 0;
    }

    private static void list(Context context, Path file, String shown) throws IOException {
        if (!flag(context, 'l')) {
            context.print(shown + "\n");
            return;
        }
        String kind = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? "d" : "-";
        String permissions =
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        Instant changed =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        String user = context.shell().machine().user();
        context.print(String.format(
                "%s%s 1 %s %s %8d %s %s%n",
                kind, permissions, user, user, Files.size(file), LISTED.format(changed), shown));
    }

    private static int cat(Context context) throws IOException {
        if (names(context).isEmpty()) {
            context.in().transferTo(context.out());
        }
        for (String name : names(context)) {
            Path real = existing(context, name);
            if (Files.isDirectory(real)) {
                return context.complain("cat: " + name + ": Is a directory");
            }
            Files.copy(real, context.out());
        }
        return 0;
    }

    private static int mkdir(Context context) throws IOException {
        for (String name : names(context)) {
            Path real = context.shell().real(name);
            if (flag(context, 'p')) {
                Files.createDirectories(real);
            } else {
                Files.createDirectory(real);
            }
        }
        return 0;
    }

    private static int touch(Context context) throws IOException {
        for (String name : names(context)) {
            Path real = context.shell().real(name);
            try {
                Files.createFile(real);
            } catch (FileAlreadyExistsException there) {
                Files.setLastModifiedTime(
                        there.getFile() == null ? real : Path.of(there.getFile()), FileTime.from(Instant.now()));
            }
        }
        return 0;
    }

    private static int rm(Context context) throws IOException {
        for (String name : names(context)) {
            Path real = context.shell().real(name);
            if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS) && flag(context, 'f')) {
                continue;
            }
            if (context.shell().absolute(name).equals("/")) {
                return context.complain("rm: it is dangerous to operate on '/'");
            }
            existing(context, name);
            if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS) && !flag(context, 'r')) {
                return context.complain("rm: " + name + ": Is a directory");
            }
            remove(context, real);
        }
        return 0;
    }

    private static void remove(Context context, Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> children = Files.list(file)) {
                for (Path child : children.toList()) {
                    remove(context, child);
                }
            }
        }
        if (context.shell().machine().isMountPoint(file)) {
            throw new FileSystemException(file.toString(), null, "Device or resource busy");
        }
        Files.delete(file);
    }

    /** test -e, -f and -d. */
    private static int test(Context context) throws IOException {
        if (context.arguments().size() != 2) {
            return Shell.complain(context.err(), "test: want -e, -f or -d and a file", 2);
        }
        Path real = context.shell().real(context.arguments().get(1));
        boolean holds = switch (context.arguments().get(0)) {
            case "-e" -> Files.exists(real);
            case "-f" -> Files.isRegularFile(real);
            case "-d" -> Files.isDirectory(real);
            default -> false;
        };
        return holds ? 0 : 1;
    }
}
