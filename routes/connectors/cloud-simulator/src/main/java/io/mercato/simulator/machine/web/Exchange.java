package io.mercato.simulator.machine.web;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AbstractServerExchangeHandler;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to a machine: the address on which it came says to which site. */
final class Exchange extends AbstractServerExchangeHandler<Message<HttpRequest, String>> {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int MOST_BYTES = 64 << 10;

    private final Map<? extends SocketAddress, Function<WebRequest, WebAnswer>> sites;

    Exchange(Map<? extends SocketAddress, Function<WebRequest, WebAnswer>> sites) {
        this.sites = sites;
    }

    @Override
    protected AsyncRequestConsumer<Message<HttpRequest, String>> supplyConsumer(
            HttpRequest request, EntityDetails entity, HttpContext context) throws HttpException {
        if (entity != null && (entity.getContentLength() < 0 || entity.getContentLength() > MOST_BYTES)) {
            throw new HttpException("request too large");
        }
        return new BasicRequestConsumer<>(entity == null ? null : new StringAsyncEntityConsumer());
    }

    @Override
    protected void handle(Message<HttpRequest, String> message, ResponseTrigger trigger, HttpContext context)
            throws HttpException, IOException {
        WebAnswer answer = answer(message, HttpCoreContext.cast(context));
        AsyncResponseBuilder response = AsyncResponseBuilder.create(answer.status());
        answer.headers().forEach(response::addHeader);
        boolean head = message.getHead().getMethod().equals("HEAD");
        response.setEntity(head ? "" : answer.body(), ContentType.parse(answer.contentType()));
        trigger.submitResponse(response.build(), context);
    }

    private WebAnswer answer(Message<HttpRequest, String> message, HttpCoreContext context) {
        Function<WebRequest, WebAnswer> site =
                sites.get(context.getEndpointDetails().getLocalAddress());
        if (site == null) {
            return WebAnswer.html(503, "gone");
        }
        try {
            HttpRequest request = message.getHead();
            Header cookie = request.getFirstHeader("Cookie");
            return site.apply(new WebRequest(
                    request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
                    request.getPath().replaceFirst("\\?.*", ""),
                    cookie == null ? null : cookie.getValue(),
                    message.getBody() == null ? "" : message.getBody()));
        } catch (RuntimeException broken) {
            LOG.warn("a machine's site broke", broken);
            return WebAnswer.html(500, "Something went wrong.");
        }
    }
}
