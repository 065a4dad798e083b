package io.mercato.platform.notifier;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server with moods. It counts its connections, and keeps the Message-ID of each mail that it took. */
final class PlayedMailServer implements Closeable {
    enum Mood {
        /** Takes each mail. */
        KIND,
        /** Closes the connection as soon as it has taken a mail. */
        CLOSING,
        /** Says 421 to what comes after a mail. */
        TIRED,
        /** Knows no recipient, and says so for good. */
        REFUSING,
        /** Never answers. */
        SILENT
    }

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final List<String> taken = new CopyOnWriteArrayList<>();

    volatile Mood mood;

    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Thread acceptor;

    PlayedMailServer(int port, Mood mood) throws IOException {
        this.mood = mood;
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.acceptor = run("played-mail-server", this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends its connections, too, and among them the one that may have come while it closed. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
        for (Socket client : clients) {
            client.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                connections.incrementAndGet();
                run("played-mail-connection", () -> attend(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void attend(Socket client) {
        open.incrementAndGet();
        try (client) {
            talk(client);
        } catch (IOException e) {
            // the other side went away
        } finally {
            open.decrementAndGet();
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        boolean tired = false;
        if (mood != Mood.SILENT) {
            say(out, "220 played.example");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (mood == Mood.SILENT) {
                continue;
            }
            if (tired) {
                say(out, "421 4.7.0 enough for now");
                return;
            }
            if (command.startsWith("DATA")) {
                take(in, out);
                tired = mood == Mood.TIRED;
                if (mood == Mood.CLOSING) {
                    return;
                }
            } else {
                say(out, answer(command));
            }
        }
    }

    private String answer(String command) {
        if (command.startsWith("RCPT") && mood == Mood.REFUSING) {
            refused.incrementAndGet();
            return "550 5.1.1 no such user";
        }
        return command.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private void take(BufferedReader in, Writer out) throws IOException {
        say(out, "354 go on");
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                taken.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            }
        }
        say(out, "250 taken");
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    private static Thread run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
