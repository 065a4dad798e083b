package io.mercato.platform.deployer;

import io.mercato.domain.cloud.CloudException;
import io.mercato.processors.deployer.AccountCheck;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.springframework.stereotype.Component;

/** Tests the connection to a cloud. */
@Component
public class DeployerVerifyAccount extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    variable id, the credential's
        // Out:   body CloudAnswer.Verdict; a cloud that refuses or is away is a verdict, too
        // Fails: NOT_FOUND
        from("direct:deployer-verify-account").routeId("deployer-verify-account").errorHandler(noErrorHandler())
            .bean(AccountCheck.class, "find")
            .setVariable("connector", simple("${body.connector}"))
            .bean(AccountCheck.class, "request")
            .doTry()
                .toD("direct:cloud-${variable.connector}-verify-credentials?block=false")
            .doCatch(CloudException.class)
                .bean(AccountCheck.class, "refused")
            .doCatch(DirectConsumerNotAvailableException.class)
                .bean(AccountCheck.class, "withoutConnector")
            .end();
        // spotless:on
    }
}
