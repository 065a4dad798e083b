package io.mercato.domain.deployer;

import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a cloud lists with what the platform believes. A cloud is asked while deployments go on: what is true
 * only before or only after the question does not count.
 */
public final class Reconciler {

    private Reconciler() {}

    /** What carries the platform's mark and belongs to no deployment that needs it. */
    public static List<OwnedResource> unneeded(
            List<OwnedResource> listed, List<Deployment> before, List<Deployment> after) {
        Map<Integer, Deployment> then = bySubscription(before);
        Map<Integer, Deployment> now = bySubscription(after);
        return listed.stream()
                .filter(one -> one.kind() != ResourceKind.NETWORK)
                .filter(one -> !needs(then.get(one.subscription()), one) && !needs(now.get(one.subscription()), one))
                .toList();
    }

    private static boolean needs(@Nullable Deployment deployment, OwnedResource one) {
        if (deployment == null) {
            return false;
        }
        if (!deployment.state().isAtRest()) {
            return true;
        }
        CloudThing thing = switch (one.kind()) {
            case SERVER -> CloudThing.SERVER;
            case VOLUME -> CloudThing.VOLUME;
            case KEY -> CloudThing.KEY;
            case FIREWALL -> CloudThing.FIREWALL;
            case NETWORK -> CloudThing.NETWORK;
        };
        String id = deployment.resources().id(thing);
        return switch (deployment.state()) {
            case DEPLOYED, STOPPED -> isPartOfMachine(one) || one.id().equals(id);
            case FAILED ->
                deployment.kept() && (isPartOfMachine(one) || one.id().equals(id));
            case UNDEPLOYED -> one.kind() == ResourceKind.VOLUME && one.id().equals(id);
            default -> false;
        };
    }

    /** Key and firewall have no life of their own, and clouds name them now by id and now by name. */
    private static boolean isPartOfMachine(OwnedResource one) {
        return one.kind() == ResourceKind.KEY || one.kind() == ResourceKind.FIREWALL;
    }

    /** The deployments whose machine should be there, and is not listed. */
    public static List<Deployment> missing(
            List<OwnedResource> listed, List<Deployment> before, List<Deployment> after) {
        Set<String> servers = listed.stream()
                .filter(one -> one.kind() == ResourceKind.SERVER)
                .map(OwnedResource::id)
                .collect(Collectors.toSet());
        Map<Integer, Deployment> then = bySubscription(before);
        return after.stream()
                .filter(Reconciler::hasMachine)
                .filter(one -> isSameMachine(one, then.get(one.subscriptionId())))
                .filter(one -> !servers.contains(one.resources().idOrEmpty(CloudThing.SERVER)))
                .toList();
    }

    private static boolean isSameMachine(Deployment after, @Nullable Deployment before) {
        return before != null
                && hasMachine(before)
                && Objects.equals(
                        after.resources().id(CloudThing.SERVER),
                        before.resources().id(CloudThing.SERVER));
    }

    private static boolean hasMachine(Deployment deployment) {
        return (deployment.state() == DeploymentState.DEPLOYED || deployment.state() == DeploymentState.STOPPED)
                && deployment.resources().has(CloudThing.SERVER);
    }

    private static Map<Integer, Deployment> bySubscription(List<Deployment> deployments) {
        return deployments.stream().collect(Collectors.toMap(Deployment::subscriptionId, Function.identity()));
    }
}
