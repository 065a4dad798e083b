package io.mercato.boot.docs;

import io.mercato.boot.architecture.RouteCards;
import io.mercato.boot.architecture.RouteCards.Card;
import io.mercato.boot.architecture.RouteComments;
import io.mercato.boot.architecture.RouteComments.Comment;
import io.mercato.boot.architecture.WholePlatform;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** docs/routes.md: every route that runs, with what its source says above it. */
@WholePlatform
class RouteCatalogueTest {
    private static final Comment NONE = new Comment(Path.of(""), "");

    private final Map<String, Comment> comments = RouteComments.read();

    @Autowired
    private CamelContext camel;

    @Test
    void the_route_catalogue_is_that_of_the_routes() {
        Document.assertCurrent("routes.md", document());
    }

    private String document() {
        List<Card> routes = RouteCards.of(camel);
        return """
                # Routes

                Written by the build from the routes and the comments above them; not to be changed by hand. A route
                behind `direct:` has its id as its name. Entrances choose an error policy: `transacted` leaves a failure
                to the broker, which delivers again with back-off and gives up to the dead-letter queue; `clock` logs it
                and runs again at the next tick; `edge` answers it. All others leave it to their caller.
                """ + modules(routes) + templates() + http(routes);
    }

    private String modules(List<Card> routes) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Card>> modules = routes.stream()
                .filter(route -> !route.isHttp() && !route.id().startsWith("rest-"))
                .collect(Collectors.groupingBy(RouteCatalogueTest::module, TreeMap::new, Collectors.toList()));
        modules.forEach((module, own) ->
                text.append("\n## ").append(module).append("\n\n").append(table(own)));
        return text.toString();
    }

    private static String module(Card route) {
        String first = route.id().replaceFirst("-.*", "");
        return List.of("cloud", "ticket").contains(first)
                ? "connector " + route.id().split("-", 3)[1]
                : first;
    }

    private String table(List<Card> routes) {
        return "| route | from | in | out | fails |\n|---|---|---|---|---|\n"
                + routes.stream()
                        .sorted(Comparator.comparing(Card::isSubRoute).thenComparing(Card::id))
                        .map(this::line)
                        .collect(Collectors.joining());
    }

    private String line(Card route) {
        Comment comment = comments.getOrDefault(route.id(), comments.getOrDefault(template(route), NONE));
        String from = route.isSubRoute()
                ? "direct"
                : "`" + route.from() + "`" + (route.configuration().isEmpty() ? "" : ", " + route.configuration());
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        route.id(),
                        Document.cell(from),
                        Document.cell(comment.part("In")),
                        Document.cell(comment.part("Out")),
                        Document.cell(comment.part("Fails")));
    }

    /** Id of the template that the route was made from, which has the comment. */
    private String template(Card route) {
        return definitions().stream()
                .filter(template -> template.getRoute()
                        .getInput()
                        .getEndpointUri()
                        .equals(route.definition().getInput().getEndpointUri()))
                .map(RouteTemplateDefinition::getId)
                .findFirst()
                .orElse("");
    }

    private List<RouteTemplateDefinition> definitions() {
        return ((ModelCamelContext) camel).getRouteTemplateDefinitions();
    }

    private String templates() {
        return "\n## Templates\n\n| template | from | in | out | fails |\n|---|---|---|---|---|\n"
                + definitions().stream()
                        .sorted(Comparator.comparing(RouteTemplateDefinition::getId))
                        .map(this::line)
                        .collect(Collectors.joining());
    }

    private String line(RouteTemplateDefinition template) {
        Comment comment = comments.getOrDefault(template.getId(), NONE);
        return "| %s | `%s` | %s | %s | %s |\n"
                .formatted(
                        template.getId(),
                        Document.cell(template.getRoute().getInput().getEndpointUri()),
                        Document.cell(comment.part("In")),
                        Document.cell(comment.part("Out")),
                        Document.cell(comment.part("Fails")));
    }

    private static String http(List<Card> routes) {
        Map<String, Card> byId = routes.stream().collect(Collectors.toMap(Card::id, route -> route));
        return "\n## Calls by HTTP\n\nEach has a route `rest-<operation>` with the policy `edge`: the caller's rights, the"
                + " request as a record, the platform's route, its answer as JSON. See [openapi](openapi/).\n\n"
                + "| operation | call | route |\n|---|---|---|\n"
                + routes.stream()
                        .filter(Card::isHttp)
                        .sorted(Comparator.comparing(Card::id))
                        .map(route ->
                                line(route, byId.get(route.targets().get(0).substring("direct:".length()))))
                        .collect(Collectors.joining());
    }

    private static String line(Card call, Card operation) {
        String[] parts = call.from()
                .replaceFirst("\\?.*", "")
                .replaceFirst("^rest:(//)?", "")
                .split(":", 2);
        String path = java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8);
        return "| %s | %s /api%s | %s |\n"
                .formatted(
                        call.id().substring("http-".length()),
                        parts[0].toUpperCase(java.util.Locale.ROOT),
                        Document.cell(path),
                        operation.targets().stream()
                                .map(target -> target.replaceFirst("^direct:", ""))
                                .collect(Collectors.joining(", ")));
    }
}
