package io.mercato.processors.deployer;

import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentEventKind;
import io.mercato.domain.deployer.StepResult;
import io.mercato.domain.deployer.StepResult.Done;
import io.mercato.domain.deployer.StepResult.NotYet;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Understands what an application says when it is looked whether it is there. */
@Component
public class ApplicationTranslator {
    private static final int FIRST_ERROR = 400;

    /** A page, or the way to one (as to a login), means that it is there; an error that it still starts. */
    public StepResult answered(
            @Variable("deployment") Deployment deployment, @Header(Exchange.HTTP_RESPONSE_CODE) int status) {
        return status < FIRST_ERROR
                ? new Done(DeploymentEventKind.APPLICATION_ANSWERS, deployment.resources())
                : new NotYet();
    }

    public StepResult silent() {
        return new NotYet();
    }
}
