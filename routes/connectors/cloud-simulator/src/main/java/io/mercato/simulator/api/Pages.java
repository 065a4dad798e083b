package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.state.Kept;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/** Lists in pages, by limit and marker. */
public final class Pages {
    private static final int MOST = 1000;

    private Pages() {}

    /** A page of the rows, under the given name, with a link to the next one when there is more. */
    public static <T extends Kept> Map<String, Object> of(
            Call call, String name, List<T> rows, Function<T, Object> view) {
        int limit = limit(call);
        int start = start(call, rows);
        List<T> page = rows.subList(start, Math.min(rows.size(), start + limit));
        Map<String, Object> body = object(name, page.stream().map(view).toList());
        if (start + limit < rows.size()) {
            String next = link(call, page.get(page.size() - 1).id());
            body.put(name + "_links", List.of(object("rel", "next", "href", next)));
        }
        return body;
    }

    private static int limit(Call call) {
        String given = call.parameter("limit");
        if (given == null) {
            return MOST;
        }
        if (!given.matches("\\d{1,9}")) {
            throw ApiException.badRequest("Invalid input for query parameters limit. Value: " + given);
        }
        int limit = Integer.parseInt(given);
        return limit == 0 ? MOST : Math.min(limit, MOST);
    }

    private static <T extends Kept> int start(Call call, List<T> rows) {
        String marker = call.parameter("marker");
        if (marker == null || marker.isEmpty()) {
            return 0;
        }
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).id().equals(marker)) {
                return at + 1;
            }
        }
        throw ApiException.badRequest("marker [" + marker + "] not found");
    }

    private static String link(Call call, String marker) {
        StringJoiner query = new StringJoiner("&", call.base() + call.path() + "?", "");
        call.query().forEach((name, values) -> {
            if (!name.equals("marker")) {
                values.forEach(value -> query.add(encode(name) + "=" + encode(value)));
            }
        });
        return query.add("marker=" + encode(marker)).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
