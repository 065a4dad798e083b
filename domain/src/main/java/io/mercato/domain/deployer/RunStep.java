package io.mercato.domain.deployer;

import java.util.UUID;

/**
 * The deployer's word to itself, on {@code deployer.commands}: go on with this deployment.
 *
 * @param token of the turn that is meant; when the deployment is elsewhere by now, nothing is done
 */
public record RunStep(int subscriptionId, UUID token) {}
