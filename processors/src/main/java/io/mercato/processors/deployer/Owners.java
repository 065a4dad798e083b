package io.mercato.processors.deployer;

import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.Deployment;
import org.springframework.stereotype.Component;

/** The mark that a deployment's things carry in a cloud. */
@Component
public class Owners {
    private final DeployerProperties properties;

    public Owners(DeployerProperties properties) {
        this.properties = properties;
    }

    public Owner of(Deployment deployment) {
        return new Owner(properties.platformName(), deployment.subscriptionId());
    }

    public String platform() {
        return properties.platformName();
    }

    /**
     * The server's id; where none is known, its name, which no cloud has as an id: so the cloud says that there is no
     * such server, and what belongs to it is cleared away all the same.
     */
    public String serverIdOrName(Deployment deployment) {
        String id = deployment.resources().id(CloudThing.SERVER);
        return id == null ? of(deployment).resourceName(ResourceKind.SERVER) : id;
    }
}
