package io.mercato.simulator.api.nova;

import io.mercato.simulator.SimulatorSettings;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.SecurityGroups;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.cloud.Volumes;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;

/** Nova at microversion 2.1. */
public final class Nova {
    private Nova() {}

    public static void register(
            Router router,
            CloudState state,
            Servers servers,
            Networks networks,
            Volumes volumes,
            SimulatorSettings settings) {
        SecurityGroups groups = new SecurityGroups(state);
        ServerLookup lookup = new ServerLookup(state, settings.listDelay());
        ServerCreation creation = new ServerCreation(state, servers, networks, groups, settings.quotaInstances());
        new ServersApi(state, lookup, new ServerViews(state, networks, volumes), creation, servers).register(router);
        new VolumeAttachments(state, lookup, volumes).register(router);
        new Interfaces(lookup, networks).register(router);
        new KeyPairs(state).register(router);
        new OldSecurityGroups(state, groups).register(router);
        new Limits(state, settings.quotaInstances()).register(router);
        Offer.register(router);
    }
}
