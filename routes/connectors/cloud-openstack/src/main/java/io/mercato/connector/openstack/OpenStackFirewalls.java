package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import com.google.common.collect.ImmutableMultimap;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudRequest.EnsureFirewall;
import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Variable;
import org.jclouds.openstack.neutron.v2.domain.Rule;
import org.jclouds.openstack.neutron.v2.domain.RuleDirection;
import org.jclouds.openstack.neutron.v2.domain.SecurityGroup;
import org.jclouds.openstack.neutron.v2.features.SecurityGroupApi;
import org.jclouds.openstack.v2_0.options.PaginationOptions;
import org.springframework.stereotype.Component;

/** Security groups: one for each owner, with exactly the rules inwards that were asked for. */
@Component
public class OpenStackFirewalls {
    private final OpenStackSessions sessions;

    OpenStackFirewalls(OpenStackSessions sessions) {
        this.sessions = sessions;
    }

    public Ensured ensure(@Variable(OpenStackRequests.REQUEST) EnsureFirewall request) {
        SecurityGroupApi api = api(request.account());
        SecurityGroup group = translating(() -> groupOf(api, request.owner()));
        List<FirewallRule> wanted =
                request.rules().stream().map(OpenStackRules::normal).distinct().toList();
        Set<FirewallRule> there = new HashSet<>();
        for (Rule rule : inwards(group)) {
            FirewallRule known = OpenStackRules.toFirewallRule(rule);
            if (wanted.contains(known)) {
                there.add(known);
            } else {
                translating(() -> api.deleteRule(rule.getId()));
            }
        }
        wanted.stream().filter(rule -> !there.contains(rule)).forEach(rule -> add(api, group, rule));
        return new Ensured(ResourceKind.FIREWALL, group.getId());
    }

    /**
     * Takes away the owner's group.
     *
     * @return false while a machine uses it still
     */
    boolean remove(CloudAccount account, Owner owner) {
        SecurityGroupApi api = api(account);
        List<SecurityGroup> groups = translating(() -> find(api, owner));
        try {
            groups.forEach(group -> translating(() -> api.deleteSecurityGroup(group.getId())));
            return true;
        } catch (CloudException e) {
            if (e.isTemporary()) {
                return false;
            }
            throw e;
        }
    }

    private static SecurityGroup groupOf(SecurityGroupApi api, Owner owner) {
        List<SecurityGroup> there = find(api, owner);
        if (!there.isEmpty()) {
            return there.get(0);
        }
        return api.create(SecurityGroup.CreateSecurityGroup.createBuilder()
                .name(owner.resourceName(ResourceKind.FIREWALL))
                .description("Subscription " + owner.subscription() + " of " + owner.platform())
                .build());
    }

    private static List<SecurityGroup> find(SecurityGroupApi api, Owner owner) {
        String name = owner.resourceName(ResourceKind.FIREWALL);
        return api
                .listSecurityGroups(new PaginationOptions().queryParameters(ImmutableMultimap.of("name", name)))
                .toList()
                .stream()
                .filter(group -> name.equals(group.getName()))
                .sorted(Comparator.comparing(SecurityGroup::getId))
                .toList();
    }

    private static List<Rule> inwards(SecurityGroup group) {
        List<Rule> rules = group.getRules();
        return rules == null
                ? List.of()
                : rules.stream()
                        .filter(rule -> rule.getDirection() == RuleDirection.INGRESS)
                        .toList();
    }

    /** A rule that somebody made in between is a conflict, and what was wanted. */
    private static void add(SecurityGroupApi api, SecurityGroup group, FirewallRule rule) {
        try {
            translating(() -> api.create(OpenStackRules.toCreateRule(group.getId(), rule)));
        } catch (CloudException e) {
            if (!OpenStackErrors.text(e).contains("already exists")) {
                throw e;
            }
        }
    }

    private SecurityGroupApi api(CloudAccount account) {
        OpenStackSession session = sessions.of(account);
        return translating(() -> session.neutron().getSecurityGroupApi(session.region()));
    }
}
