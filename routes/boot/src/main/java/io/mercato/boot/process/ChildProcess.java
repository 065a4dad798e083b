package io.mercato.boot.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One child process: started, watched, started again with growing pauses when it ends by itself, ended with the
 * platform. One that a killed platform left behind is taken over when it was started in the same way and answers;
 * otherwise it is ended first.
 */
public class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(150);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final PidFile pidFile;
    private final ChildPlan plan;
    private final BackOff backOff;
    private final Probe probe = new Probe();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeper;

    private volatile ProcessHandle running;
    private volatile ChildSpec spec;
    private volatile boolean ready;

    ChildProcess(String name, Path pidFile, ChildPlan plan, Duration firstPause) {
        this.name = name;
        this.pidFile = new PidFile(pidFile);
        this.plan = plan;
        this.backOff = new BackOff(firstPause);
        this.keeper = new Thread(this::keep, "keeper-of-" + name);
        this.keeper.setDaemon(true);
    }

    void start() {
        keeper.start();
    }

    public String name() {
        return name;
    }

    /** Whether it answered once since it was started, and lives. */
    public boolean isReady() {
        ProcessHandle process = running;
        return ready && process != null && process.isAlive();
    }

    /** Whether it answers just now. */
    public boolean answers() throws InterruptedException {
        ChildSpec current = spec;
        return isReady() && probe.answers(current.ready());
    }

    /** Its process id, while it runs. */
    public Optional<Long> pid() {
        return Optional.ofNullable(running).filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
    }

    private void keep() {
        try {
            while (!isClosing()) {
                Instant begin = Instant.now();
                liveOnce(begin);
                if (!isClosing()) {
                    Duration pause = backOff.afterALifeOf(Duration.between(begin, Instant.now()));
                    LOG.warn("{} is started again in {} ms", name, pause.toMillis());
                    pause(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void liveOnce(Instant begin) throws InterruptedException {
        try {
            spec = plan.prepare();
            Optional<ProcessHandle> left = leftBehind();
            running = left.isPresent() ? left.get() : launch();
            if (isClosing()) {
                running.destroy(); // the platform ended meanwhile and did not know of this one
            }
            ready = awaitReady(begin);
            if (!ready && !isClosing()) {
                LOG.error("{} is not ready, see {}", name, spec.log());
                end(running, spec.stopLimit());
            }
            running.onExit().join();
            if (!isClosing()) {
                LOG.error("{} ended, see {}", name, spec.log());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot be started", name, e);
        } finally {
            ready = false;
        }
    }

    /** The process of a platform that was killed, when it may be kept. */
    private Optional<ProcessHandle> leftBehind() throws IOException, InterruptedException {
        Optional<PidFile.Entry> entry = pidFile.read();
        Optional<ProcessHandle> process = entry.flatMap(found -> Processes.find(found.pid(), spec.mark()));
        if (process.isEmpty()) {
            return process;
        }
        if (entry.get().fingerprint().equals(spec.fingerprint()) && probe.answers(spec.ready())) {
            LOG.info("{} {} still runs and is taken over", name, entry.get().pid());
            return process;
        }
        LOG.warn(
                "Ending {} {}, left over from a platform that was killed",
                name,
                entry.get().pid());
        end(process.get(), spec.stopLimit());
        return Optional.empty();
    }

    private ProcessHandle launch() throws IOException {
        Files.createDirectories(spec.log().getParent());
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString()); // a Ctrl-C at the terminal is for the platform, which ends its children
        }
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        ProcessHandle process = builder.start().toHandle();
        pidFile.write(process.pid(), spec.fingerprint());
        return process;
    }

    private boolean awaitReady(Instant begin) throws InterruptedException {
        Instant end = Instant.now().plus(spec.startLimit());
        while (!isClosing() && running.isAlive() && Instant.now().isBefore(end)) {
            if (probe.answers(spec.ready())) {
                LOG.info(
                        "{} {} is ready after {} ms",
                        name,
                        running.pid(),
                        Duration.between(begin, Instant.now()).toMillis());
                return true;
            }
            pause(BETWEEN_PROBES);
        }
        return false;
    }

    /** From now on its end is no accident. */
    void beginClosing() {
        closing.countDown();
    }

    /** Asks it to end; {@link #close} waits for that. */
    void askToEnd() {
        beginClosing();
        ProcessHandle process = running;
        if (process != null) {
            process.destroy();
        }
    }

    void close() throws IOException, InterruptedException {
        beginClosing();
        ProcessHandle process = running;
        keeper.interrupt();
        if (process != null) {
            end(process, spec.stopLimit());
            pidFile.delete();
        }
        keeper.join(Duration.ofSeconds(5).toMillis());
    }

    private static void end(ProcessHandle process, Duration limit) {
        process.destroy();
        if (!Processes.endsWithin(process, limit)) {
            process.destroyForcibly();
            Processes.endsWithin(process, limit);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(Duration length) throws InterruptedException {
        if (closing.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("{} ends with the platform", name);
        }
    }
}
