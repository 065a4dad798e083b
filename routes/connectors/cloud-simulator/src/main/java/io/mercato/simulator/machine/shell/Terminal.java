package io.mercato.simulator.machine.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation over a terminal. The client's own terminal is raw, so this side echoes, and edits the line: backspace,
 * ctrl-u, ctrl-c, ctrl-d, arrows up and down for the lines before.
 */
public final class Terminal {
    private static final int MOST_CHARACTERS = 4096;

    private final Shell shell;
    private final InputStream in;
    private final OutputStream out;
    private final List<String> history = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int recalled;

    public Terminal(Shell shell, InputStream in, OutputStream out) {
        this.shell = shell;
        this.in = in;
        this.out = new CarriageReturns(out);
    }

    /** Talks until exit, ctrl-d or the connection's end; the result is the exit code. */
    public int converse() throws IOException {
        print(shell.prompt());
        while (!shell.exited()) {
            int key = in.read();
            if (key < 0 || (key == 4 && line.size() == 0)) {
                print(key < 0 ? "" : "logout\n");
                return shell.code();
            }
            handle(key);
        }
        return shell.code();
    }

    private void handle(int key) throws IOException {
        switch (key) {
            case '\r', '\n' -> enter();
            case 3 -> {
                line.reset();
                print("^C\n" + shell.prompt());
            }
            case 8, 127 -> backspace();
            case 21 -> replace("");
            case 27 -> escape();
            default -> type(key);
        }
    }

    private void enter() throws IOException {
        String typed = line.toString(StandardCharsets.UTF_8);
        line.reset();
        print("\n");
        if (!typed.isBlank()) {
            history.add(typed);
            recalled = history.size();
            shell.run(typed, new ByteArrayInputStream(new byte[0]), out, out);
        }
        if (!shell.exited()) {
            print(shell.prompt());
        }
    }

    private void type(int key) throws IOException {
        if (key >= ' ' && line.size() < MOST_CHARACTERS) {
            line.write(key);
            out.write(key);
            out.flush();
        }
    }

    private void backspace() throws IOException {
        String typed = line.toString(StandardCharsets.UTF_8);
        if (!typed.isEmpty()) {
            String shorter = typed.substring(0, typed.offsetByCodePoints(typed.length(), -1));
            line.reset();
            line.write(shorter.getBytes(StandardCharsets.UTF_8));
            print("\b \b");
        }
    }

    /** Arrows are ESC [ A to D; other sequences end with a letter or a tilde and are left out. */
    private void escape() throws IOException {
        int next = in.read();
        if (next != '[' && next != 'O') {
            return;
        }
        int end = in.read();
        while (end >= '0' && end <= ';') {
            end = in.read();
        }
        if (end == 'A' && recalled > 0) {
            replace(history.get(--recalled));
        } else if (end == 'B' && recalled < history.size()) {
            recalled++;
            replace(recalled == history.size() ? "" : history.get(recalled));
        }
    }

    private void replace(String text) throws IOException {
        line.reset();
        line.write(text.getBytes(StandardCharsets.UTF_8));
        print("\r\u001b[K" + shell.prompt() + text);
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A raw terminal wants a carriage return with each new line. */
    private static final class CarriageReturns extends OutputStream {
        private final OutputStream out;

        CarriageReturns(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            if (octet == '\n') {
                out.write('\r');
            }
            out.write(octet);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
