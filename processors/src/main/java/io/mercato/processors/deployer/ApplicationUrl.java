package io.mercato.processors.deployer;

import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Where a machine's application is found. */
@Component
public class ApplicationUrl {
    private static final int HTTP = 80;

    /** {@code http://10.0.0.7:8080/}; the port is left out where it is HTTP's own. */
    public static String of(Deployment deployment) {
        ApplicationSpec application = deployment.spec().application();
        String address = deployment.resources().firstAddress();
        if (application == null || address == null) {
            throw new IllegalStateException("No application at subscription " + deployment.subscriptionId());
        }
        String host = address.contains(":") ? "[" + address + "]" : address;
        String port = application.port() == HTTP ? "" : ":" + application.port();
        return "http://" + host + port + "/";
    }

    public String find(@Variable("deployment") Deployment deployment) {
        return of(deployment);
    }
}
