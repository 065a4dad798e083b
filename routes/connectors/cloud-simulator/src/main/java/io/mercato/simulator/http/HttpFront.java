package io.mercato.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mercato.simulator.state.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API's one port. */
public final class HttpFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int THREADS = 64;

    static {
        // Without it every answer on a kept connection waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The server doesn't time out slow requests by itself; seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Router router;
    private final Faults faults;
    private final Function<String, Identity> tokens;
    private final Runnable sync;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * Binds the port.
     *
     * @param tokens finds whom a token speaks for, null when it is no good
     * @param sync makes all changes durable
     */
    public HttpFront(
            InetSocketAddress address, Router router, Faults faults, Function<String, Identity> tokens, Runnable sync)
            throws IOException {
        this.router = router;
        this.faults = faults;
        this.tokens = tokens;
        this.sync = sync;
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "api-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server = HttpServer.create(address, 512);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Reply reply;
        underWay.incrementAndGet();
        try (exchange) {
            try {
                reply = answer(exchange, path);
            } catch (ApiException refused) {
                reply = refusal(path, refused);
            } catch (RuntimeException broken) {
                LOG.error("{} {} broke", exchange.getRequestMethod(), path, broken);
                reply = Reply.of(
                        500, ErrorShape.of(path).body(500, "HTTPInternalServerError", "Unexpected API Error."));
            }
            if (reply != null) {
                write(exchange, reply);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static Reply refusal(String path, ApiException refused) {
        Object body = ErrorShape.of(path).body(refused.status(), refused.type(), refused.getMessage());
        return Reply.of(refused.status(), body);
    }

    /** The answer, or null when the connection is to be dropped. */
    private Reply answer(HttpExchange exchange, String path) throws IOException, InterruptedException {
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        Router.Match match = router.find(method, path).orElseThrow(() -> unknown(path));
        boolean control = path.startsWith("/simulator");
        Faults.Fault fault = control ? null : faults.next(match.operation().name());
        Call call = call(exchange, path, match);
        if (fault == null) {
            return perform(match.operation(), call);
        }
        if (fault.after()) {
            perform(match.operation(), call);
        }
        Thread.sleep(fault.delayMillis());
        if (fault.drop()) {
            return null;
        }
        if (fault.status() == 0) {
            return perform(match.operation(), call);
        }
        Reply failed = refusal(path, new ApiException(fault.status(), "This failure was ordered from the simulator."));
        return fault.retryAfter() > 0 ? failed.with("Retry-After", Integer.toString(fault.retryAfter())) : failed;
    }

    private ApiException unknown(String path) {
        return router.knows(path)
                ? new ApiException(405, "The method is not allowed for this resource.")
                : ApiException.notFound("The resource could not be found.");
    }

    private Call call(HttpExchange exchange, String path, Router.Match match) throws IOException {
        var headers = RequestReader.headers(exchange);
        String host = headers.getOrDefault("host", "127.0.0.1:" + port());
        String token = headers.get("x-auth-token");
        Identity identity = token == null ? null : tokens.apply(token);
        return new Call(
                exchange.getRequestMethod(),
                "http://" + host,
                path,
                RequestReader.decoded(match.variables()),
                RequestReader.query(exchange),
                headers,
                RequestReader.body(exchange),
                identity);
    }

    private Reply perform(Router.Operation operation, Call call) {
        if (!operation.open() && call.identity() == null) {
            Object body = ErrorShape.KEYSTONE.body(401, "", "The request you have made requires authentication.");
            return Reply.of(401, body).with("WWW-Authenticate", "Keystone uri=\"" + call.base() + "/identity\"");
        }
        Reply reply = operation.handler().apply(call);
        if (!call.method().equals("GET")) {
            sync.run();
        }
        return reply;
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        String request = "req-" + UUID.randomUUID();
        headers.set("X-Openstack-Request-Id", request);
        headers.set("X-Compute-Request-Id", request);
        headers.set("Vary", "OpenStack-API-Version, X-Auth-Token");
        reply.headers().forEach(headers::set);
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        boolean text = reply.body() instanceof String;
        byte[] bytes = text
                ? ((String) reply.body()).getBytes(StandardCharsets.UTF_8)
                : Json.MAPPER.writeValueAsBytes(reply.body());
        headers.set("Content-Type", text ? "text/html; charset=UTF-8" : "application/json");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Stops taking calls and gives those under way a second. */
    @Override
    public void close() {
        // The server waits for all of the time that it is given, whether there is something to wait for or not.
        server.stop(underWay.get() == 0 ? 0 : 1);
        threads.shutdownNow();
    }
}
