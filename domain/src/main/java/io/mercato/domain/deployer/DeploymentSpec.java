package io.mercato.domain.deployer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import io.mercato.domain.deployer.message.DeployerCommand.Deploy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered.
 *
 * @param name name of the machine, as the customer calls it
 * @param flavor name of the machine's size
 * @param application what to configure; null for a bare machine
 * @param wantedFlavor size that a resize under way leads to; null when none is
 */
public record DeploymentSpec(
        String name,
        int providerId,
        int credentialId,
        String flavor,
        String image,
        String loginUser,
        String publicKey,
        @Nullable ApplicationSpec application,
        List<FirewallRule> firewall,
        @Nullable String wantedFlavor) {
    /** Nothing has been ordered. */
    public static final DeploymentSpec NONE = new DeploymentSpec("", 0, 0, "", "", "", "", null, List.of(), null);

    public DeploymentSpec {
        firewall = List.copyOf(firewall);
    }

    public static DeploymentSpec of(Deploy deploy) {
        return new DeploymentSpec(
                deploy.name(),
                deploy.providerId(),
                deploy.credentialId(),
                deploy.flavor(),
                deploy.image(),
                deploy.loginUser(),
                deploy.publicKey(),
                deploy.application(),
                deploy.firewall(),
                null);
    }

    public DeploymentSpec wanting(String newFlavor) {
        return withFlavors(flavor, newFlavor);
    }

    /** The size that was wanted is the size that it has. */
    public DeploymentSpec resized() {
        return withFlavors(wantedFlavor == null ? flavor : wantedFlavor, null);
    }

    private DeploymentSpec withFlavors(String has, @Nullable String wants) {
        return new DeploymentSpec(
                name, providerId, credentialId, has, image, loginUser, publicKey, application, firewall, wants);
    }

    /** Size of the data disk in gigabytes; 0 when there is none, as for every bare machine. */
    @JsonIgnore
    public int dataDiskGigabytes() {
        return application == null ? 0 : application.dataDiskGigabytes();
    }

    /** The rules that were ordered, and those without which nobody could reach machine and application. */
    public List<FirewallRule> firewallWith(int sshPort) {
        List<FirewallRule> rules = new ArrayList<>(firewall);
        letIn(rules, sshPort);
        if (application != null) {
            letIn(rules, application.port());
        }
        return List.copyOf(rules);
    }

    private static void letIn(List<FirewallRule> rules, int port) {
        boolean open = rules.stream()
                .anyMatch(rule -> rule.protocol().equals("tcp") && rule.fromPort() <= port && port <= rule.toPort());
        if (!open) {
            rules.add(FirewallRule.tcp(port));
        }
    }
}
