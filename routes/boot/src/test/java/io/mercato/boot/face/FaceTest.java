package io.mercato.boot.face;

import static org.awaitility.Awaitility.await;

import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.RunningPlatform;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test over all operations of the running platform. */
@RunningPlatform
abstract class FaceTest {
    private static final Duration START = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FakeIdentityProvider identities;

    @Autowired
    private List<RestModule> modules;

    @Autowired
    private CamelContext camel;

    private static final Set<String> ASKS_OUTSIDE = Set.of("create-user");

    protected Api api;
    protected Calls calls;
    protected Lane lane;
    protected final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void prepare() {
        await("the routes to run").atMost(START).until(camel::isStarted);
        Recipes recipes = Recipes.read();
        api = new Api(port);
        calls = new Calls(recipes);
        lane = new Lane(new People(jdbc, identities), recipes, api, jdbc);
    }

    /** What cannot be tried out for want of a recipe is told with all that is wrong. */
    protected void attempt(Operation<?, ?> operation, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException | AssertionError e) {
            wrong.add(operation.id() + " cannot be called: " + e.getMessage());
        }
    }

    protected String module(Operation<?, ?> operation) {
        return modules.stream()
                .filter(module ->
                        module.allOperations().anyMatch(one -> one.id().equals(operation.id())))
                .findFirst()
                .orElseThrow()
                .module();
    }

    /** 503 of what asks Keycloak, which is not there in these tests, says that the call was let through to it. */
    protected static boolean fails(Operation<?, ?> operation, Answer answer) {
        boolean away = answer.status() == 503 && ASKS_OUTSIDE.contains(operation.id());
        return answer.status() >= 500 && !away;
    }

    /** By path, so that those of a resource stand together. A HEAD is like its GET. */
    protected List<Operation<?, ?>> operations() {
        return modules.stream()
                .flatMap(RestModule::allOperations)
                .filter(operation -> !operation.verb().equals("HEAD"))
                .sorted(Comparator.<Operation<?, ?>, String>comparing(Operation::path)
                        .thenComparing(Operation::verb))
                .<Operation<?, ?>>map(operation -> operation)
                .toList();
    }
}
