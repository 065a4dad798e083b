package io.mercato.rest;

import io.mercato.domain.paging.Page;
import io.mercato.domain.transfer.Download;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Makes an HTTP answer of what the platform's route answered. */
@Component
public class CallAnswerer {
    /** Variable in which a route may name the path of what it created, as {@code "order/7"}. */
    public static final String LOCATION = "location";
    /** Variable in which a route may ask for another status than the operation's. */
    public static final String STATUS = "status";

    /** Variable in which a route may name the revision of what it answers. */
    public static final String REVISION = "revision";

    private static final Pattern RESPONSE =
            Pattern.compile("(?:^|[,;\\s])response\\s*=\\s*\"?(\\w+)\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);

    private final RestJson json;

    public CallAnswerer(RestJson json) {
        this.json = json;
    }

    public <O> void answer(Exchange exchange, Operation<?, O> operation) {
        Object result = exchange.getMessage().getBody();
        String location = exchange.getVariable(LOCATION, String.class);
        Integer status = exchange.getVariable(STATUS, operation.status(), Integer.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        if (location != null) {
            message.setHeader("Location", "/api/" + location);
        }
        Integer revision = exchange.getVariable(REVISION, Integer.class);
        if (revision != null) {
            message.setHeader("ETag", EntityTag.of(revision));
        }
        if (result instanceof Page<?> page) {
            pagingHeaders(message, page);
        }
        if (result instanceof Download download) {
            Downloads.answer(exchange, download, operation.verb());
            return;
        }
        if (!operation.hasOutput() || status == 204) {
            message.setBody(null);
            return;
        }
        Function<Object, ?> toBody = translator(exchange, operation);
        Object body = operation.many() ? many(result, toBody) : toBody.apply(result);
        if (operation.verb().equals("GET") && body instanceof Collection<?> all && !(result instanceof Page)) {
            wholeListHeaders(message, all.size());
        }
        int apiVersion = exchange.getVariable(CallReceiver.API_VERSION, ApiVersion.NEWEST, Integer.class);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(operation.verb().equals("HEAD") ? null : json.write(body, apiVersion));
    }

    /** What makes a record of one item, with regard to what the client prefers. */
    static Function<Object, ?> translator(Exchange exchange, Operation<?, ?> operation) {
        String prefer = exchange.getVariable(CallReceiver.PREFER, String.class);
        Matcher response = RESPONSE.matcher(prefer == null ? "" : prefer);
        String preference = response.find() ? response.group(1).toLowerCase(Locale.ROOT) : "";
        Function<Object, ?> preferred = operation.answered().preferred().get(preference);
        return preferred == null ? operation.answered().toBody() : preferred;
    }

    private static <O> List<O> many(Object result, Function<Object, O> toBody) {
        Collection<?> items = result instanceof Page<?> page ? page.items() : (Collection<?>) result;
        return items.stream().<O>map(toBody::apply).toList();
    }

    /** Of a list that always comes as a whole. */
    private static void wholeListHeaders(Message message, int items) {
        message.setHeader("CMW-PageNumber", 1);
        message.setHeader("CMW-PageSize", items);
        message.setHeader("CMW-TotalItems", items);
        message.setHeader("CMW-TotalPages", 1);
    }

    static void pagingHeaders(Message message, Page<?> page) {
        message.setHeader("CMW-PageNumber", page.request().number());
        message.setHeader("CMW-PageSize", page.request().size());
        message.setHeader("CMW-TotalItems", page.totalItems());
        message.setHeader("CMW-TotalPages", page.totalPages());
    }
}
