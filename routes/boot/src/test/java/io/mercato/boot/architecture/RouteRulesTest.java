package io.mercato.boot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.architecture.RouteCards.Card;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RemoveHeaderDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What holds for every route of the platform, by a walk over all of them. */
@WholePlatform
class RouteRulesTest {
    /** What the routes of no module begin with: the outbox's relay, the REST face, the connectors by their kinds. */
    private static final List<String> OTHER_PREFIXES = List.of("outbox", "rest", "http", "cloud", "storage", "ticket");

    private static final Pattern QUEUE = Pattern.compile("\\{\\{((?:queue|topic)\\.[^:}]+)}}");

    @Autowired
    private CamelContext camel;

    private List<Card> routes;
    private Set<String> doors;

    @BeforeEach
    void read() {
        routes = RouteCards.of(camel);
        doors = routes.stream()
                .filter(route -> route.from().startsWith("direct:"))
                .map(route -> name(route.from()))
                .collect(Collectors.toSet());
        assertThat(routes).hasSizeGreaterThan(100);
    }

    @Test
    void a_route_is_named_by_module_verb_and_object() {
        String prefixes =
                Stream.concat(Reactor.MODULES.stream(), OTHER_PREFIXES.stream()).collect(Collectors.joining("|"));
        assertThat(routes).allSatisfy(route -> assertThat(route.id()).matches("(" + prefixes + ")(-[a-z0-9]+)+"));
    }

    @Test
    void a_route_behind_direct_is_called_by_its_id() {
        assertThat(routes)
                .filteredOn(route -> route.from().startsWith("direct:"))
                .allSatisfy(route -> assertThat(name(route.from())).isEqualTo(route.id()));
    }

    @Test
    void who_lets_something_in_chooses_an_error_policy_that_exists() {
        Set<String> policies = ((ModelCamelContext) camel)
                .getRouteConfigurationDefinitions().stream()
                        .map(RouteConfigurationDefinition::getId)
                        .collect(Collectors.toSet());
        assertThat(policies).contains("transacted", "clock", "edge");
        List<Card> entrances = routes.stream()
                .filter(route -> !route.isSubRoute() && !route.isHttp())
                .toList();
        assertThat(entrances).hasSizeGreaterThan(20);
        assertThat(entrances.stream()
                        .filter(route -> !policies.contains(route.configuration()))
                        .map(Card::id))
                .isEmpty();
    }

    @Test
    void who_reads_a_queue_leaves_failures_to_the_broker() {
        assertThat(routes)
                .filteredOn(route -> route.from().startsWith("jms:"))
                .isNotEmpty()
                .allSatisfy(route -> {
                    assertThat(route.configuration()).as(route.id()).isEqualTo("transacted");
                    assertThat(route.unhandled()).as(route.id()).isTrue();
                });
    }

    @Test
    void a_call_by_http_goes_straight_to_a_route_with_the_policy_of_the_edge() {
        Map<String, Card> byId = routes.stream().collect(Collectors.toMap(Card::id, route -> route));
        assertThat(routes).filteredOn(Card::isHttp).isNotEmpty().allSatisfy(route -> {
            assertThat(route.targets()).as(route.id()).hasSize(1);
            assertThat(byId.get(name(route.targets().get(0))).configuration()).isEqualTo("edge");
        });
    }

    @Test
    void a_step_of_another_route_leaves_failures_to_it() {
        List<Card> steps = routes.stream().filter(Card::isSubRoute).toList();
        assertThat(steps).hasSizeGreaterThan(50);
        assertThat(steps.stream().filter(route -> !route.unhandled()).map(Card::id))
                .isEmpty();
    }

    @Test
    void every_direct_target_exists() {
        assertThat(routes)
                .allSatisfy(route -> assertThat(route.targets())
                        .as(route.id())
                        .filteredOn(target -> target.startsWith("direct:") && !target.contains("${"))
                        .allSatisfy(target -> assertThat(doors).contains(name(target))));
    }

    @Test
    void what_the_deployer_asks_of_a_cloud_every_cloud_connector_offers() {
        Set<String> asked = routes.stream()
                .flatMap(route -> route.targets().stream())
                .filter(target -> target.startsWith("direct:cloud-${"))
                .map(target -> name(target).replaceFirst("cloud-\\$\\{[^}]+}-", ""))
                .collect(Collectors.toSet());
        Set<String> connectors = doors.stream()
                .filter(door -> door.startsWith("cloud-"))
                .map(door -> door.split("-", 3)[1])
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(connectors).isNotEmpty();
        for (String connector : connectors) {
            assertThat(doors)
                    .containsAll(asked.stream()
                            .map(verb -> "cloud-" + connector + "-" + verb)
                            .toList());
        }
    }

    @Test
    void every_seda_target_is_read_by_somebody() {
        Set<String> read = routes.stream().map(route -> name(route.from())).collect(Collectors.toSet());
        assertThat(routes)
                .allSatisfy(route -> assertThat(route.targets())
                        .as(route.id())
                        .filteredOn(target -> target.startsWith("seda:"))
                        .allSatisfy(target -> assertThat(read).contains(name(target))));
    }

    @Test
    void every_queue_is_named_by_its_key() throws IOException {
        Properties destinations = PropertiesLoaderUtils.loadAllProperties("destinations.properties");
        List<String> queues = routes.stream()
                .flatMap(route -> Stream.concat(Stream.of(route.from()), route.targets().stream()))
                .filter(uri -> uri.startsWith("jms:"))
                .filter(uri -> !uri.startsWith("jms:${variable.destination}"))
                .toList();

        assertThat(queues).isNotEmpty().allSatisfy(uri -> {
            Matcher key = QUEUE.matcher(uri);
            assertThat(key.find()).as(uri).isTrue();
            assertThat(destinations).containsKey(key.group(1));
        });
    }

    @Test
    void nobody_believes_that_removeHeader_takes_a_pattern() {
        assertThat(routes)
                .allSatisfy(route -> assertThat(RouteCards.steps(route.definition(), RemoveHeaderDefinition.class)
                                .map(RemoveHeaderDefinition::getName)
                                .filter(Objects::nonNull))
                        .as(route.id())
                        .noneMatch(name -> name.contains("*")));
    }

    @Test
    void a_comment_above_each_route_says_what_comes_in_and_what_goes_out() {
        Map<String, RouteComments.Comment> comments = RouteComments.read();
        assertThat(routes.stream()
                        .filter(route -> !route.isHttp() && !route.id().startsWith("rest-"))
                        .filter(route -> route.definition().isTemplate() == null)
                        .map(Card::id)
                        .filter(id -> !comments.containsKey(id)
                                || comments.get(id).part("In").isEmpty()))
                .isEmpty();
    }

    /** {@code direct:name?options} without scheme and options. */
    private static String name(String uri) {
        return uri.replaceFirst("^[a-z]+:(//)?", "").replaceFirst("\\?.*$", "");
    }
}
