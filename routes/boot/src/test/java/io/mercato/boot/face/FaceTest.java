package io.mercato.boot.face;

import static org.awaitility.Awaitility.await;

import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.RunningPlatform;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
