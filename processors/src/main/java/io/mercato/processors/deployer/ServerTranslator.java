package io.mercato.processors.deployer;

import static io.mercato.domain.deployer.DeploymentEventKind.RESIZE_ACCEPTED;
import static io.mercato.domain.deployer.DeploymentEventKind.SERVER_ACCEPTED;
import static io.mercato.domain.deployer.DeploymentEventKind.SERVER_RESIZED;
import static io.mercato.domain.deployer.DeploymentEventKind.SERVER_SEEN;
import static io.mercato.domain.deployer.DeploymentEventKind.SERVER_STOPPED;
import static io.mercato.domain.deployer.DeploymentEventKind.START_ACCEPTED;
import static io.mercato.domain.deployer.DeploymentEventKind.STOP_ACCEPTED;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudRequest.CreateServer;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.ResizeServer;
import io.mercato.domain.cloud.CloudRequest.StartServer;
import io.mercato.domain.cloud.CloudRequest.StopServer;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentEventKind;
import io.mercato.domain.deployer.DeploymentResources;
import io.mercato.domain.deployer.StepResult;
import io.mercato.domain.deployer.StepResult.Done;
import io.mercato.domain.deployer.StepResult.Failure;
import io.mercato.domain.deployer.StepResult.NotYet;
import io.mercato.domain.deployer.StepResult.Vanished;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Says to a cloud, and understands from it, what concerns the machine. */
@Component
public class ServerTranslator {
    /** So often a cloud may not yet know a machine that it has just accepted. */
    private static final int LOOKS_UNTIL_GONE = 3;

    private final Owners owners;
    private final CloudInit cloudInit;

    public ServerTranslator(Owners owners, CloudInit cloudInit) {
        this.owners = owners;
        this.cloudInit = cloudInit;
    }

    public CreateServer create(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        DeploymentResources resources = deployment.resources();
        return new CreateServer(
                account,
                owners.of(deployment),
                HostName.of(deployment),
                resources.idOrEmpty(CloudThing.FLAVOR),
                resources.idOrEmpty(CloudThing.IMAGE),
                resources.idOrEmpty(CloudThing.NETWORK),
                resources.idOrEmpty(CloudThing.KEY),
                resources.idOrEmpty(CloudThing.FIREWALL),
                cloudInit.document(deployment),
                Map.of());
    }

    public StepResult created(@Variable("deployment") Deployment deployment, @Body Server server) {
        return new Done(SERVER_ACCEPTED, deployment.resources().withServer(server.id()));
    }

    public DescribeServer describe(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new DescribeServer(account, owners.serverIdOrName(deployment));
    }

    /** Whether the machine says of itself that it runs; then it must also answer. */
    public boolean isReachable(@Body Server server) {
        return switch (server.status()) {
            case RUNNING -> !server.addresses().isEmpty();
            case BUILDING, STOPPED, CHANGING, FAILED, GONE -> false;
        };
    }

    /** The machine runs and answers. */
    public StepResult answers(@Variable("deployment") Deployment deployment, @Variable("server") Server server) {
        return new Done(deployment.whenMachineAnswers(), deployment.resources().withAddresses(server.addresses()));
    }

    /** The machine does not answer: still on its way, or lost. */
    public StepResult awaited(@Variable("deployment") Deployment deployment, @Variable("server") Server server) {
        return switch (server.status()) {
            case BUILDING, RUNNING, STOPPED, CHANGING -> new NotYet();
            case FAILED -> failed(server);
            case GONE -> isTooEarly(deployment) ? new NotYet() : gone();
        };
    }

    public StartServer start(@Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new StartServer(account, owners.serverIdOrName(deployment));
    }

    public StepResult started(@Variable("deployment") Deployment deployment, @Body Server server) {
        return unlessLost(server, done(START_ACCEPTED, deployment));
    }

    public StopServer stop(@Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new StopServer(account, owners.serverIdOrName(deployment));
    }

    public StepResult stopping(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case STOPPED -> done(SERVER_STOPPED, deployment);
            case BUILDING, RUNNING, CHANGING, FAILED, GONE -> unlessLost(server, done(STOP_ACCEPTED, deployment));
        };
    }

    public StepResult stopped(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case STOPPED -> done(SERVER_STOPPED, deployment);
            case BUILDING, RUNNING, CHANGING, FAILED, GONE -> unlessLost(server, new NotYet());
        };
    }

    public ResizeServer resize(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new ResizeServer(
                account,
                owners.serverIdOrName(deployment),
                deployment.resources().idOrEmpty(CloudThing.FLAVOR));
    }

    public StepResult resizing(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case RUNNING -> done(SERVER_RESIZED, deployment);
            case BUILDING, STOPPED, CHANGING, FAILED, GONE -> unlessLost(server, done(RESIZE_ACCEPTED, deployment));
        };
    }

    public StepResult resized(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case RUNNING -> done(SERVER_RESIZED, deployment);
            case BUILDING, STOPPED, CHANGING, FAILED, GONE -> unlessLost(server, new NotYet());
        };
    }

    public StepResult verified(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case GONE -> gone();
            case BUILDING, RUNNING, STOPPED, CHANGING, FAILED -> done(SERVER_SEEN, deployment);
        };
    }

    private static StepResult unlessLost(Server server, StepResult otherwise) {
        return switch (server.status()) {
            case GONE -> gone();
            case FAILED -> new Failure(failed(server).reason(), false);
            case BUILDING, RUNNING, STOPPED, CHANGING -> otherwise;
        };
    }

    private static boolean isTooEarly(Deployment deployment) {
        return deployment.current() != null && deployment.current().polls() < LOOKS_UNTIL_GONE;
    }

    private static Done done(DeploymentEventKind event, Deployment deployment) {
        return new Done(event, deployment.resources());
    }

    private static Vanished gone() {
        return new Vanished("The machine is gone from the cloud");
    }

    private static Vanished failed(Server server) {
        return new Vanished("The machine failed in the cloud" + (server.fault() == null ? "" : ": " + server.fault()));
    }
}
