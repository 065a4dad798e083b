package io.mercato.boot.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** What the rules and the catalogue need to know of the routes of a Camel context. */
public final class RouteCards {

    private RouteCards() {}

    /**
     * @param from endpoint that it reads, with the parameters of its template in place
     * @param configuration the error policy that it chose; empty for none
     * @param unhandled whether it leaves failures to its caller
     * @param targets endpoints that it sends to, dynamic ones with their expressions
     */
    public record Card(
            String id,
            String from,
            String configuration,
            boolean unhandled,
            List<String> targets,
            RouteDefinition definition) {

        /** Called by another route, and nothing but a step of it. */
        public boolean isSubRoute() {
            return from.startsWith("direct:") && (unhandled || !id.startsWith("rest-"));
        }

        /** Made by the REST DSL for one operation. */
        public boolean isHttp() {
            return from.startsWith("rest:");
        }
    }

    public static List<Card> of(CamelContext camel) {
        return ((ModelCamelContext) camel)
                .getRouteDefinitions().stream().map(RouteCards::card).toList();
    }

    private static Card card(RouteDefinition route) {
        Map<?, ?> parameters = route.getTemplateParameters() == null ? Map.of() : route.getTemplateParameters();
        List<String> targets = Stream.concat(
                        Stream.concat(steps(route, ToDefinition.class), steps(route, ToDynamicDefinition.class))
                                .map(RouteCards::uri),
                        steps(route, EnrichDefinition.class)
                                .map(step -> step.getExpression().getExpression()))
                .map(uri -> filled(uri, parameters))
                .toList();
        String configuration = route.getRouteConfigurationId() == null ? "" : route.getRouteConfigurationId();
        return new Card(
                route.getRouteId(),
                filled(route.getInput().getEndpointUri(), parameters),
                configuration,
                isNone(route.getErrorHandlerFactory()),
                targets,
                route);
    }

    private static String uri(ProcessorDefinition<?> step) {
        return step instanceof ToDefinition to ? to.getEndpointUri() : ((ToDynamicDefinition) step).getUri();
    }

    public static <T extends ProcessorDefinition<?>> Stream<T> steps(RouteDefinition route, Class<T> kind) {
        Collection<T> found = ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), kind);
        return found.stream();
    }

    private static boolean isNone(ErrorHandlerFactory factory) {
        return factory != null && factory.getClass().getSimpleName().startsWith("NoErrorHandler");
    }

    private static String filled(String uri, Map<?, ?> parameters) {
        String text = uri;
        for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
            text = text.replace("{{" + parameter.getKey() + "}}", String.valueOf(parameter.getValue()));
        }
        return text;
    }
}
