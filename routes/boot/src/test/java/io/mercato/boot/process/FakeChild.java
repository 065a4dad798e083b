package io.mercato.boot.process;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A program to be supervised: says its environment's word and "ready" on a port; with "mute" it never is ready. */
public final class FakeChild {

    private FakeChild() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
        int status = args.length > 2 && args[2].equals("mute") ? 503 : 200;
        byte[] body = System.getenv().getOrDefault("WORD", "").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
