package io.mercato.domain.deployer.message;

import io.mercato.domain.cloud.FirewallRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other modules ask of the deployer, on {@code deployer.commands}, one aggregate {@code subscription/<id>} at a
 * time. The message's type is the record's simple name.
 */
public sealed interface DeployerCommand {

    int subscriptionId();

    /**
     * Build the machine and, for an application, its data disk and configuration.
     *
     * @param providerId cloud provider of the catalogue; its account comes by {@code deployer.accounts}
     * @param credentialId the account to use
     * @param flavor name of the provider's machine size
     * @param image name of the provider's image
     * @param loginUser user name for SSH on machines of that image
     * @param publicKey the customer's public key, OpenSSH format
     * @param application what to configure; null for a bare machine
     */
    record Deploy(
            int subscriptionId,
            String name,
            int providerId,
            int credentialId,
            String flavor,
            String image,
            String loginUser,
            String publicKey,
            @Nullable ApplicationSpec application,
            List<FirewallRule> firewall)
            implements DeployerCommand {}

    /**
     * @param port port that the application answers on
     * @param login first login to make
     * @param dataDiskGigabytes size of the data disk, 0 for none
     */
    record ApplicationSpec(String productName, int port, String login, int dataDiskGigabytes) {}

    record Stop(int subscriptionId) implements DeployerCommand {}

    record Start(int subscriptionId) implements DeployerCommand {}

    record Resize(int subscriptionId, String flavor) implements DeployerCommand {}

    /** @param keepCustomerDataDisk leave the data disk in the cloud when the machine goes */
    record Undeploy(int subscriptionId, boolean keepCustomerDataDisk) implements DeployerCommand {}
}
