package io.mercato.simulator.machine.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on all machines' addresses, with two threads for all of them. */
public final class WebFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebFront.class);

    private final Map<InetSocketAddress, Function<WebRequest, WebAnswer>> sites = new ConcurrentHashMap<>();
    private final OpenConnections connections = new OpenConnections();
    private final HttpAsyncServer server;

    public WebFront() {
        server = AsyncServerBootstrap.bootstrap()
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(2)
                        .setSoTimeout(Timeout.ofSeconds(30))
                        .setSoReuseAddress(true)
                        .setTcpNoDelay(true)
                        .build())
                .setExceptionCallback(broken -> LOG.debug("a machine's connection broke: {}", broken.toString()))
                .setIOSessionListener(connections)
                .setRequestRouter((request, context) -> () -> new Exchange(sites))
                .create();
        server.start();
    }

    /** Lets the site answer on the address; closing the result ends that. */
    public AutoCloseable open(String address, int port, Function<WebRequest, WebAnswer> site) throws IOException {
        InetSocketAddress socket = new InetSocketAddress(address, port);
        if (sites.putIfAbsent(socket, site) != null) {
            throw new IOException(socket + " is taken");
        }
        ListenerEndpoint endpoint;
        try {
            endpoint = bound(server.listen(socket, URIScheme.HTTP));
        } catch (IOException broken) {
            sites.remove(socket);
            throw broken;
        }
        return () -> {
            endpoint.close(CloseMode.IMMEDIATE);
            sites.remove(socket);
            connections.closeAt(socket);
        };
    }

    private static ListenerEndpoint bound(Future<ListenerEndpoint> future) throws IOException {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw new IOException(refused.getCause());
        } catch (TimeoutException late) {
            throw new IOException(late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
