package io.mercato.platform.cmw.vendor;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads each answer whole, within a time and up to a size. The client's own time-outs begin anew with every byte: who sends
 * one now and then would hold a customer, and a thread, as long as he likes.
 */
final class BoundedAnswers implements ExecChainHandler, AutoCloseable {
    private final Duration longest;
    private final int largest;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "vendor-call-timer");
        thread.setDaemon(true);
        return thread;
    });

    /** @param largest bytes */
    BoundedAnswers(Duration longest, int largest) {
        this.longest = longest;
        this.largest = largest;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> end = timer.schedule(() -> cancel(scope), longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(new ByteArrayEntity(read(entity, scope), contentType(entity)));
            }
            return response;
        } finally {
            end.cancel(false);
        }
    }

    private byte[] read(HttpEntity entity, ExecChain.Scope scope) throws IOException {
        byte[] body = entity.getContent().readNBytes(largest + 1);
        if (body.length > largest) {
            scope.execRuntime.discardEndpoint();
            throw new IOException("The answer is longer than " + largest + " bytes");
        }
        return body;
    }

    private static void cancel(ExecChain.Scope scope) {
        if (scope.originalRequest instanceof Cancellable call) {
            call.cancel();
        } else {
            scope.execRuntime.discardEndpoint();
        }
    }

    /** A type that cannot be read is none: what counts is the body. */
    private static ContentType contentType(HttpEntity entity) {
        return ContentType.parseLenient(entity.getContentType());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
