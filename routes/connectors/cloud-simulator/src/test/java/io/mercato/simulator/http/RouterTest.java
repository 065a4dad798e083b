package io.mercato.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router();

    @BeforeEach
    void fill() {
        router.on("GET", "/servers/{id}", "show", call -> Reply.empty(204));
        router.on("GET", "/servers/detail", "list", call -> Reply.empty(204));
        router.open("POST", "/servers/{id}/action", "act", call -> Reply.empty(204));
    }

    @Test
    void a_literal_goes_before_a_variable_in_whatever_order_they_came() {
        assertThat(router.find("GET", "/servers/detail")
                        .orElseThrow()
                        .operation()
                        .name())
                .isEqualTo("list");
        Router.Match shown = router.find("GET", "/servers/7/").orElseThrow();
        assertThat(shown.operation().name()).isEqualTo("show");
        assertThat(shown.variables()).isEqualTo(Map.of("id", "7"));
    }

    @Test
    void method_length_and_openness_count() {
        assertThat(router.find("POST", "/servers/7")).isEmpty();
        assertThat(router.knows("/servers/7")).isTrue();
        assertThat(router.knows("/servers")).isFalse();
        assertThat(router.find("POST", "/servers/7/action")
                        .orElseThrow()
                        .operation()
                        .open())
                .isTrue();
        assertThat(router.hasOperation("act")).isTrue();
        assertThat(router.hasOperation("dance")).isFalse();
    }
}
