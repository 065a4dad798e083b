package io.mercato.platform.deployer;

import io.mercato.processors.deployer.ApplicationTranslator;
import io.mercato.processors.deployer.ApplicationUrl;
import io.mercato.processors.deployer.DeployerProperties;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Looks whether the application on a machine answers. */
@Component
public class DeployerApplication extends RouteBuilder {
    private final DeployerProperties properties;

    public DeployerApplication(DeployerProperties properties) {
        this.properties = properties;
    }

    @Override
    public void configure() {
        long connect = properties.connectTimeout().toMillis();
        long answer = properties.answerTimeout().toMillis();
        // spotless:off
        // In:    variable deployment
        // Out:   body StepResult: the application answers, or not yet; no redirect is followed, no body is read
        // Fails: never for what the machine does or does not do
        from("direct:deployer-await-application").routeId("deployer-await-application").errorHandler(noErrorHandler())
            .removeHeaders("*")
            .setHeader(Exchange.HTTP_URI, method(ApplicationUrl.class, "find"))
            .setHeader(Exchange.HTTP_METHOD, constant("GET"))
            .setBody(simple("${null}"))
            .doTry()
                .to("http://application?throwExceptionOnFailure=false&ignoreResponseBody=true&skipControlHeaders=false"
                        + "&connectTimeout=" + connect + "&responseTimeout=" + answer + "&soTimeout=" + answer)
                .bean(ApplicationTranslator.class, "answered")
            .doCatch(IOException.class)
                .bean(ApplicationTranslator.class, "silent")
            .end()
            .removeHeaders("*");
        // spotless:on
    }
}
