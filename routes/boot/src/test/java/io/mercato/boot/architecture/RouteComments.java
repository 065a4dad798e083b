package io.mercato.boot.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments that stand above the routes in their sources: what comes in, what goes out, what happens on failure. */
public final class RouteComments {
    private static final Pattern ROUTE = Pattern.compile(
            "(?m)((?:^[ \\t]*//(?! spotless)[^\\n]*\\n)*)^[ \\t]*(?:from|routeTemplate)\\(([\\s\\S]*?)(?=\\n[ \\t]*\\n|\\z)");
    private static final Pattern ROUTE_ID = Pattern.compile("\\.routeId\\(\"([^\"]+)\"\\)");
    private static final Pattern TEMPLATE_ID = Pattern.compile("^\"([^\"]+)\"\\)");

    private RouteComments() {}

    /**
     * @param source where the route stands, from the root
     * @param text the comment, a paragraph; empty for none
     */
    public record Comment(Path source, String text) {

        /** The part that begins with this word, as {@code In}; empty when there is none. */
        public String part(String word) {
            Matcher found = Pattern.compile(
                            "(?:^|[\\n;] *)" + word + ": *([\\s\\S]*?)(?=(?:[\\n;] *)(?:In|Out|Fails):|\\z)")
                    .matcher(text);
            return found.find() ? found.group(1).replaceAll("\\s+", " ").strip() : "";
        }
    }

    /** By route id, and by template id. */
    public static Map<String, Comment> read() {
        Map<String, Comment> comments = new TreeMap<>();
        for (Path source : Reactor.sources()) {
            String text = Reactor.read(source);
            if (text.contains("from(") || text.contains("routeTemplate(")) {
                collect(Reactor.root().relativize(source), text, comments);
            }
        }
        return comments;
    }

    private static void collect(Path source, String text, Map<String, Comment> comments) {
        Matcher route = ROUTE.matcher(text);
        while (route.find()) {
            Comment comment = new Comment(source, words(route.group(1)));
            for (String id : ids(route.group(2))) {
                comments.putIfAbsent(id, comment);
            }
        }
    }

    private static List<String> ids(String body) {
        List<String> ids = new ArrayList<>();
        Matcher template = TEMPLATE_ID.matcher(body);
        if (template.find()) {
            ids.add(template.group(1));
        }
        Matcher route = ROUTE_ID.matcher(body);
        while (route.find()) {
            ids.add(route.group(1));
        }
        return ids;
    }

    private static String words(String comment) {
        return comment.lines()
                .map(line -> line.strip().replaceFirst("^// ?", ""))
                .reduce((one, two) -> one + "\n" + two)
                .orElse("");
    }
}
