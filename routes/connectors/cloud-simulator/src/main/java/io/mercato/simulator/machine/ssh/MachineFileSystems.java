package io.mercato.simulator.machine.ssh;

import io.mercato.simulator.machine.Machine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
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

        @Override
        public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symLink)
                throws IOException {
            throw new AccessDeniedException("links can't be made on this machine");
        }
    }
}
