package io.mercato.rest;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Where and how all operations are served. */
@Component
public class RestFace extends RouteBuilder {

    @Override
    public void configure() {
        restConfiguration()
                .component("platform-http")
                .contextPath("/api")
                .inlineRoutes(false)
                .host("localhost");
    }
}
