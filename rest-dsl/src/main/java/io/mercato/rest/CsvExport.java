package io.mercato.rest;

import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/**
 * A list as CSV: page after page goes into a stream that is kept on disk once it is large, so that a list of any length
 * takes no more memory than one page.
 */
@Component
public class CsvExport {
    private static final String EXPORT = "csvExport";
    /** The page that the client asked for, where it did not ask for all. */
    private static final String ONE_PAGE = "csvPage";

    private static final MediaType TYPE = MediaType.parseMediaType("text/csv");

    private final RestJson json;

    public CsvExport(RestJson json) {
        this.json = json;
    }

    /** Whether an operation can be had as CSV: lists can, and what says what its rows are. */
    static boolean isPossible(Operation<?, ?> operation) {
        if (operation.answered().rows() != null) {
            return true;
        }
        return operation.many()
                && operation.verb().equals("GET")
                && operation.output().isRecord();
    }

    static boolean isWanted(String accept) {
        if (accept == null) {
            return false;
        }
        List<MediaType> wished = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wished);
        return !wished.isEmpty() && wished.get(0).equalsTypeAndSubtype(TYPE);
    }

    public void open(Exchange exchange) {
        exchange.setVariable(EXPORT, new Export(new CachedOutputStream(exchange), null));
        if (exchange.getVariable(CallReceiver.PAGE) == null) {
            exchange.setVariable(CallReceiver.PAGE, PageRequest.export());
        }
    }

    public boolean hasMore(Exchange exchange) {
        return exchange.getVariable(CallReceiver.PAGE) != null;
    }

    /** In: body one page, or a whole list; out: variable page, the next one to be fetched, or null. */
    public void append(Exchange exchange, Operation<?, ?> operation) throws IOException {
        Object result = exchange.getMessage().getBody();
        List<?> records = records(exchange, operation, result);
        Export export = exchange.getVariable(EXPORT, Export.class);
        if (export.rows() == null) {
            Class<?> type =
                    records.isEmpty() ? columns(operation) : records.get(0).getClass();
            export = new Export(export.stream(), new CsvRows(export.stream(), type));
            exchange.setVariable(EXPORT, export);
        }
        int apiVersion = exchange.getVariable(CallReceiver.API_VERSION, ApiVersion.NEWEST, Integer.class);
        for (Object item : records) {
            export.rows().add(json.tree(item, apiVersion));
        }
        if (result instanceof Page<?> page && page.request().size() != PageRequest.EXPORT_SIZE) {
            exchange.setVariable(ONE_PAGE, page);
        }
        exchange.setVariable(CallReceiver.PAGE, next(result));
    }

    private static Class<?> columns(Operation<?, ?> operation) {
        Operation.Rows rows = operation.answered().rows();
        return rows == null ? operation.output() : rows.type();
    }

    private static List<?> records(Exchange exchange, Operation<?, ?> operation, Object result) {
        Operation.Rows rows = operation.answered().rows();
        if (rows != null) {
            return rows.translator().apply(result);
        }
        Collection<?> items = result instanceof Page<?> page ? page.items() : (Collection<?>) result;
        return items.stream().map(CallAnswerer.translator(exchange, operation)).toList();
    }

    /** A page that the client asked for stands alone. */
    private static PageRequest next(Object result) {
        boolean more =
                result instanceof Page<?> page && page.request().size() == PageRequest.EXPORT_SIZE && !page.isLast();
        return more ? ((Page<?>) result).request().next() : null;
    }

    public void answer(Exchange exchange, Operation<?, ?> operation) throws IOException {
        Export export = exchange.getVariable(EXPORT, Export.class);
        export.rows().close();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        message.setHeader(Exchange.CONTENT_TYPE, "text/csv; charset=UTF-8");
        Page<?> page = exchange.getVariable(ONE_PAGE, Page.class);
        if (page != null) {
            CallAnswerer.pagingHeaders(message, page);
        }
        message.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + operation.path().split("/")[1] + ".csv\"");
        message.setBody(export.stream().newStreamCache());
    }

    /** @param rows null until the first page says which columns there are */
    private record Export(CachedOutputStream stream, CsvRows rows) {}
}
