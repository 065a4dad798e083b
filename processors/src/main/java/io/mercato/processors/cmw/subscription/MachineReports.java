package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Credential;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Endpoint;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what the deployer reports of a machine: where it is, and how its customer gets in. */
@Component
public class MachineReports {
    private final MachineStore machines;
    private final AccessStore access;

    public MachineReports(MachineStore machines, AccessStore access) {
        this.machines = machines;
        this.access = access;
    }

    public void keep(Subscription subscription, DeploymentEvent report) {
        if (report instanceof Deployed deployed) {
            deployed(subscription, deployed);
        } else if (report instanceof DeploymentEvent.Started started) {
            machine(subscription, started.machine());
        } else if (report instanceof DeploymentEvent.Resized resized) {
            machine(subscription, resized.machine());
        } else if (report instanceof DeploymentEvent.Undeployed undeployed) {
            machines.remove(subscription.id(), undeployed.at());
            access.replaceEndpoints(subscription.id(), List.of());
            access.replaceCredentials(subscription.id(), List.of());
        }
    }

    private void deployed(Subscription subscription, Deployed deployed) {
        machine(subscription, deployed.machine());
        List<Endpoint> endpoints = new ArrayList<>();
        if (deployed.applicationUrl() != null) {
            endpoints.add(new Endpoint(0, "APP", subscription.productName(), deployed.applicationUrl(), null));
        }
        endpoints.add(new Endpoint(0, null, "SSH", ssh(deployed.machine()), "Log in with your SSH key"));
        access.replaceEndpoints(subscription.id(), endpoints);
        if (deployed.login() != null) {
            access.replaceCredentials(
                    subscription.id(),
                    List.of(
                            new Credential("login", deployed.login(), Map.of("en", "Login"), 1, false),
                            new Credential("password", deployed.password(), Map.of("en", "Password"), 2, false)));
        }
        access.putInstructions(
                subscription.id(),
                Map.of("en", "Log in to the machine with your SSH key: " + sshCommand(deployed.machine())));
    }

    private void machine(Subscription subscription, Machine machine) {
        if (subscription.machine() != null) {
            machines.put(subscription.id(), subscription.machine().providerId(), machine);
        }
    }

    /** As a customer types it. */
    public static String sshCommand(Machine machine) {
        String address = machine.addresses().get(0);
        return machine.sshPort() == 22
                ? "ssh " + machine.loginUser() + "@" + address
                : "ssh -p " + machine.sshPort() + " " + machine.loginUser() + "@" + address;
    }

    private static String ssh(Machine machine) {
        return "ssh://" + machine.loginUser() + "@" + machine.addresses().get(0) + ":" + machine.sshPort();
    }
}
