package io.mercato.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UntilStartedTest {
    private final CamelContext camel = new DefaultCamelContext();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    UntilStartedTest() {
        beans.addBean("camel", camel);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void who_calls_before_the_routes_are_there_is_to_come_again() throws Exception {
        MockHttpServletResponse answer = answerTo("/api/order");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void who_calls_after_the_routes_are_gone_is_to_come_again() throws Exception {
        camel.start();
        camel.stop();

        assertThat(answerTo("/api/order").getStatus()).isEqualTo(503);
    }

    @Test
    void once_the_routes_are_there_a_call_reaches_them() throws Exception {
        camel.start();

        assertThat(answerTo("/api/order").getStatus()).isEqualTo(200);
    }

    @Test
    void the_health_is_answered_at_any_time() throws Exception {
        assertThat(answerTo("/actuator/health/readiness").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answerTo(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new UntilStarted(beans.getBeanProvider(CamelContext.class)).doFilter(request, response, new MockFilterChain());
        return response;
    }
}
