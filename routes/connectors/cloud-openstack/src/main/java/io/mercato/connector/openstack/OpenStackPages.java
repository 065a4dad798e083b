package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Walks through a list that the cloud cuts into pages: each names the next in {@code <what>_links}. */
@Component
public class OpenStackPages {

    /** Takes a page in, and leaves the call for the next one in its variable, or nothing after the last. */
    public void collect(
            Exchange exchange,
            @Body JsonNode page,
            @Variable(OpenStackHttpRoutes.NEXT) OpenStackCall call,
            @Variable(OpenStackHttpRoutes.PAGES) List<JsonNode> pages) {
        pages.add(page);
        Optional<OpenStackCall> next = nextQuery(page)
                .filter(query -> !call.path().endsWith("?" + query))
                .map(call::withQuery);
        if (next.isPresent()) {
            exchange.setVariable(OpenStackHttpRoutes.NEXT, next.get());
        } else {
            exchange.removeVariable(OpenStackHttpRoutes.NEXT);
        }
    }

    /** Only the query: behind a proxy the address in the link is often one that nobody reaches. */
    private static Optional<String> nextQuery(JsonNode page) {
        return page.properties().stream()
                .filter(field -> field.getKey().endsWith("_links"))
                .flatMap(field -> StreamSupport.stream(field.getValue().spliterator(), false))
                .filter(link -> "next".equals(link.path("rel").asText()))
                .map(link -> URI.create(link.path("href").asText()).getRawQuery())
                .findFirst();
    }
}
