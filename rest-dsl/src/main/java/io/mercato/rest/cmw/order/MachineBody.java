package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.domain.cmw.subscription.MachineInstance;
import io.mercato.rest.UrlEntity;

/** A machine: {@code ssh -p <sshPort> <user>@<publicIP>}. */
public record MachineBody(
        int id,
        String self,
        String name,
        UrlEntity subscription,
        UrlEntity cloudProvider,
        UrlEntity cloudCredential,
        @JsonProperty("publicIP") String publicIp,
        int sshPort,
        String user,
        int cpu,
        int ram,
        String diskSpace) {

    static MachineBody of(MachineInstance machine) {
        return new MachineBody(
                machine.id(),
                "virtualMachineInstance/" + machine.id(),
                machine.name(),
                UrlEntity.of("subscription", machine.subscriptionId()),
                UrlEntity.of("cloudProvider", machine.providerId()),
                UrlEntity.of("cloudCredential", machine.credentialId()),
                machine.publicIp(),
                machine.sshPort(),
                machine.loginUser(),
                machine.cpu(),
                machine.ramMegabytes(),
                String.valueOf(machine.diskGigabytes()));
    }
}
