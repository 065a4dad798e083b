package io.mercato.platform.deployer;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Which route does which step. */
@Component
public class DeployerStepRouter extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    variables deployment, account, connector, step
        // Out:   body StepResult
        // Fails: as the step's route; an unknown step is a fault of ours
        from("direct:deployer-choose-step").routeId("deployer-choose-step").errorHandler(noErrorHandler())
            .choice()
                .when(variable("step").isEqualTo("CHECK_PREREQUISITES")).to("direct:deployer-check-prerequisites")
                .when(variable("step").isEqualTo("ENSURE_NETWORK")).to("direct:deployer-ensure-network")
                .when(variable("step").isEqualTo("ENSURE_KEY")).to("direct:deployer-ensure-key")
                .when(variable("step").isEqualTo("ENSURE_FIREWALL")).to("direct:deployer-ensure-firewall")
                .when(variable("step").isEqualTo("CREATE_SERVER")).to("direct:deployer-create-server")
                .when(variable("step").isEqualTo("AWAIT_SERVER")).to("direct:deployer-await-server")
                .when(variable("step").isEqualTo("CREATE_VOLUME")).to("direct:deployer-create-volume")
                .when(variable("step").isEqualTo("AWAIT_VOLUME")).to("direct:deployer-await-volume")
                .when(variable("step").isEqualTo("ATTACH_VOLUME")).to("direct:deployer-attach-volume")
                .when(variable("step").isEqualTo("AWAIT_ATTACHED")).to("direct:deployer-await-attached")
                .when(variable("step").isEqualTo("AWAIT_APPLICATION")).to("direct:deployer-await-application")
                .when(variable("step").isEqualTo("STOP_SERVER")).to("direct:deployer-stop-server")
                .when(variable("step").isEqualTo("AWAIT_STOPPED")).to("direct:deployer-await-stopped")
                .when(variable("step").isEqualTo("START_SERVER")).to("direct:deployer-start-server")
                .when(variable("step").isEqualTo("CHECK_FLAVOR")).to("direct:deployer-check-flavor")
                .when(variable("step").isEqualTo("RESIZE_SERVER")).to("direct:deployer-resize-server")
                .when(variable("step").isEqualTo("AWAIT_RESIZED")).to("direct:deployer-await-resized")
                .when(variable("step").isEqualTo("FIND_LEFTOVERS")).to("direct:deployer-find-leftovers")
                .when(variable("step").isEqualTo("DELETE_SERVER")).to("direct:deployer-delete-server")
                .when(variable("step").isEqualTo("AWAIT_SERVER_GONE")).to("direct:deployer-await-server-gone")
                .when(variable("step").isEqualTo("DELETE_VOLUME")).to("direct:deployer-delete-volume")
                .when(variable("step").isEqualTo("AWAIT_VOLUME_GONE")).to("direct:deployer-await-volume-gone")
                .when(variable("step").isEqualTo("VERIFY_SERVER")).to("direct:deployer-verify-server")
                .otherwise().throwException(UnknownMessageException.class, "No route for step ${variable.step}")
            .end();
        // spotless:on
    }
}
