package io.mercato.simulator.machine.ssh;

import io.mercato.simulator.machine.Machine;
import io.mercato.simulator.machine.shell.Shell;
import io.mercato.simulator.machine.shell.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session's channel with the built-in shell behind it: one command, or a conversation. */
final class ShellChannel implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ShellChannel.class);

    private final Machine machine;
    private final String command;
    private final ExecutorService threads;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private Future<?> running;

    /** The command is null for a conversation. */
    ShellChannel(Machine machine, String command, ExecutorService threads) {
        this.machine = machine;
        this.command = command;
        this.threads = threads;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        boolean terminal = environment.getEnv().containsKey(Environment.ENV_TERM);
        running = threads.submit(() -> run(terminal));
    }

    private void run(boolean terminal) {
        int code = 255;
        try {
            Shell shell = new Shell(machine);
            if (command != null) {
                code = shell.run(command, in, out, err);
            } else if (terminal) {
                code = new Terminal(shell, in, out).converse();
            } else {
                code = shell.script(in, out, err);
            }
            out.flush();
            err.flush();
        } catch (IOException | RuntimeException broken) {
            LOG.debug("machine {}: a session broke: {}", machine.plan().id(), broken.toString());
        } finally {
            exit.onExit(code);
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (running != null) {
            running.cancel(true);
        }
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }
}
