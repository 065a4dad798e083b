package io.mercato.simulator.machine.ssh;

import io.mercato.simulator.machine.Machine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** What SFTP shows: the machine's root directory, without links. */
final class MachineFileSystems implements FileSystemFactory {
    private final Function<SessionContext, Machine> machines;

    MachineFileSystems(Function<SessionContext, Machine> machines) {
        this.machines = machines;
    }

    @Override
    public Path getUserHomeDir(SessionContext session) {
        return machines.apply(session).files().root();
    }

    @Override
    public FileSystem createFileSystem(SessionContext session) throws IOException {
        Path root = machines.apply(session).files().root();
        return new RootedFileSystemProvider().newFileSystem(root, Map.of());
    }

    static SftpSubsystemFactory sftp(Function<SessionContext, Machine> machines) {
        SftpSubsystemFactory factory = new SftpSubsystemFactory.Builder().build();
        factory.setFileSystemAccessor(new WithoutLinks(machines));
        return factory;
    }

    private record WithoutLinks(Function<SessionContext, Machine> machines) implements SftpFileSystemAccessor {
        /** Every file that a client names comes by here. A relative name starts at the user's home. */
        @Override
        public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath)
                throws IOException {
            Machine machine = machines.apply(subsystem.getServerSession());
            boolean absolute = remotePath.startsWith("/");
            String named = absolute ? remotePath : "/home/" + machine.user() + "/" + remotePath;
            machine.files().real(named);
            return SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, rootDir, named);
        }

        /** A path of the machine's file system as a file of the host; not if a disk is attached there. */
        private void refuseMountPoint(SftpSubsystemProxy subsystem, Path path) throws IOException {
            Machine machine = machines.apply(subsystem.getServerSession());
            if (machine.isMountPoint(machine.files().real(path.toString()))) {
                throw new AccessDeniedException("a disk is attached there");
            }
        }

        @Override
        public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
            refuseMountPoint(subsystem, path);
            SftpFileSystemAccessor.super.removeFile(subsystem, path, isDirectory);
        }

        @Override
        public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            refuseMountPoint(subsystem, from);
            SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
        }

        @Override
        public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symLink)
                throws IOException {
            throw new AccessDeniedException("links can't be made on this machine");
        }
    }
}
