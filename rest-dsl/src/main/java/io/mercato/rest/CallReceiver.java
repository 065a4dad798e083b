package io.mercato.rest;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.domain.transfer.Wanted;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** Takes an HTTP call in: who, what, and whether it is allowed and well formed. */
@Component
@Import(Languages.class)
public class CallReceiver {
    /** Variables of every route that serves a call. */
    public static final String PRINCIPAL = "principal";

    public static final String ID = "id";
    public static final String PATH = "path";
    public static final String FILTER = "filter";
    public static final String PAGE = "page";
    public static final String API_VERSION = "apiVersion";
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    public static final String REQUEST_BODY = "requestBody";
    public static final String PREFER = "prefer";
    /** Revision that a writer has seen last, as {@code If-Match} names it; null when he names none. */
    public static final String IF_MATCH = "ifMatch";
    /** What of some bytes the client wants: a {@link Wanted}. */
    public static final String WANTED = "wanted";
    /** Whether a list is wanted as CSV. */
    public static final String CSV = "csv";

    private final CallerSource callers;
    private final Languages languages;
    private final RequestReader reader;

    CallReceiver(CallerSource callers, Languages languages, RequestReader reader) {
        this.callers = callers;
        this.languages = languages;
        this.reader = reader;
    }

    public <I> void receive(Exchange exchange, Operation<I, ?> operation) {
        Message message = exchange.getMessage();
        Uploads.forgetAfterwards(exchange);
        Map<String, String> path =
                PathVariables.read(operation.path(), message.getHeader(Exchange.HTTP_PATH, String.class));
        Map<String, String> query = QueryString.read(message.getHeader(Exchange.HTTP_QUERY, String.class));
        Principal principal = languages.read(admitted(operation), query, message);
        exchange.setVariable(PRINCIPAL, principal);
        exchange.setVariable(PATH, path);
        exchange.setVariable(API_VERSION, ApiVersion.read(query.get("apiVersion")));
        exchange.setVariable(FILTER, new Filter(query));
        exchange.setVariable(IDEMPOTENCY_KEY, message.getHeader("Idempotency-Key", String.class));
        exchange.setVariable(PREFER, message.getHeader("Prefer", String.class));
        exchange.setVariable(IF_MATCH, EntityTag.revision(message.getHeader("If-Match", String.class)));
        exchange.setVariable(WANTED, wanted(message, operation));
        exchange.setVariable(
                CSV, CsvExport.isPossible(operation) && CsvExport.isWanted(message.getHeader("Accept", String.class)));
        if (path.containsKey(ID)) {
            exchange.setVariable(ID, PathVariables.number(path.get(ID)));
        }
        if (operation.many()) {
            boolean whole = exchange.getVariable(CSV, Boolean.class) && !query.containsKey("pageNumber");
            exchange.setVariable(PAGE, whole ? PageRequest.export() : page(query));
        }
        Object body = operation.taken().toDomain().apply(body(exchange, operation), new Call(principal, path, query));
        message.removeHeaders("*");
        message.setBody(body);
    }

    private <I> I body(Exchange exchange, Operation<I, ?> operation) {
        if (!operation.hasInput()) {
            return null;
        }
        if (operation.isUpload()) {
            return operation.input().cast(Uploads.read(exchange));
        }
        byte[] raw = exchange.getMessage().getBody(byte[].class);
        exchange.setVariable(REQUEST_BODY, raw == null ? new byte[0] : raw);
        return reader.read(raw, operation.input());
    }

    /** A part of the bytes is had with GET only. */
    private static Wanted wanted(Message message, Operation<?, ?> operation) {
        String range = operation.verb().equals("GET") ? message.getHeader("Range", String.class) : null;
        return new Wanted(
                EntityTag.all(message.getHeader("If-None-Match", String.class)),
                range,
                message.getHeader("If-Range", String.class));
    }

    private Principal admitted(Operation<?, ?> operation) {
        Principal principal = callers.current();
        if (operation.roles().contains(principal.role())) {
            return principal;
        }
        throw principal.isAnonymous() ? Errors.unauthenticated() : Errors.forbidden();
    }

    private static PageRequest page(Map<String, String> query) {
        Filter filter = new Filter(new HashMap<>(query));
        return PageRequest.asked(filter.integer("pageNumber"), filter.integer("pageSize"));
    }
}
