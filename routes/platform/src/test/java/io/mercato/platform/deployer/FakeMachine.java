package io.mercato.platform.deployer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What answers on a machine: an SSH server's banner, and an application's page with a status that can be set. */
class FakeMachine implements AutoCloseable {
    private final ServerSocket ssh;
    private final HttpServer http;
    private volatile int status = 200;

    FakeMachine() {
        try {
            ssh = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        http.start();
        Thread greeter = new Thread(this::greet, "fake-ssh");
        greeter.setDaemon(true);
        greeter.start();
    }

    int sshPort() {
        return ssh.getLocalPort();
    }

    int httpPort() {
        return http.getAddress().getPort();
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    private void greet() {
        while (!ssh.isClosed()) {
            try (Socket socket = ssh.accept()) {
                socket.getOutputStream().write("SSH-2.0-fake\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (!ssh.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        ssh.close();
        http.stop(0);
    }
}
