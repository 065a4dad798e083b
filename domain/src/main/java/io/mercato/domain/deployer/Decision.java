package io.mercato.domain.deployer;

import java.util.List;

/**
 * What follows from something that happened to a deployment: all of it is committed together, or none.
 *
 * @param deployment the deployment from now on
 * @param history lines to be added to its history, and told as progress
 * @param told what else is told to the world
 */
public record Decision(Deployment deployment, List<HistoryEntry> history, List<Told> told) {

    public Decision {
        history = List.copyOf(history);
        told = List.copyOf(told);
    }
}
