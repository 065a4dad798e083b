package io.mercato.simulator.machine.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Words a failed file operation as a shell does, with the machine's own file names. */
final class Failures {
    private Failures() {}

    static String text(Shell shell, IOException failure) {
        String reason;
        if (failure instanceof NoSuchFileException missing && missing.getReason() != null) {
            reason = missing.getReason();
        } else if ("Device or resource busy".equals(reasonOf(failure))) {
            reason = reasonOf(failure);
        } else if (failure instanceof NoSuchFileException) {
            reason = "No such file or directory";
        } else if (failure instanceof AccessDeniedException) {
            reason = "Permission denied";
        } else if (failure instanceof FileAlreadyExistsException) {
            reason = "File exists";
        } else if (failure instanceof DirectoryNotEmptyException) {
            reason = "Directory not empty";
        } else if (failure instanceof NotDirectoryException) {
            reason = "Not a directory";
        } else {
            reason = "Input/output error";
        }
        String file = failure instanceof FileSystemException named ? shown(shell, named.getFile()) : "";
        return file.isEmpty() ? reason : file + ": " + reason;
    }

    private static String reasonOf(IOException failure) {
        return failure instanceof FileSystemException named ? named.getReason() : null;
    }

    /** The machine's name for a file of the host; nothing of the host's directories is shown. */
    private static String shown(Shell shell, String file) {
        if (file == null) {
            return "";
        }
        Path root = shell.machine().files().root();
        Path path = Path.of(file);
        if (path.startsWith(root)) {
            return "/" + root.relativize(path);
        }
        return file;
    }
}
