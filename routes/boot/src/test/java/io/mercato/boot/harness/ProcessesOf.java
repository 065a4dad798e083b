package io.mercato.boot.harness;

import io.mercato.boot.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The processes that work in a folder: those whose command line names it. */
final class ProcessesOf {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ProcessesOf() {}

    static List<ProcessHandle> folder(Path folder) {
        long self = ProcessHandle.current().pid();
        String mark = folder.toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> Processes.find(process.pid(), mark).isPresent())
                .toList();
    }

    static void endAll(Path folder) {
        for (ProcessHandle process : folder(folder)) {
            process.destroy();
            if (!Processes.endsWithin(process, LIMIT)) {
                process.destroyForcibly();
            }
        }
    }
}
