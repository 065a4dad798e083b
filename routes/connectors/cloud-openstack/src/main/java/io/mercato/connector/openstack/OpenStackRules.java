package io.mercato.connector.openstack;

import io.mercato.domain.cloud.FirewallRule;
import java.util.Locale;
import org.jclouds.openstack.neutron.v2.domain.Rule;
import org.jclouds.openstack.neutron.v2.domain.RuleDirection;
import org.jclouds.openstack.neutron.v2.domain.RuleEthertype;
import org.jclouds.openstack.neutron.v2.domain.RuleProtocol;
import org.jspecify.annotations.Nullable;

/** Translates the platform's firewall rules into Neutron's, and back. */
final class OpenStackRules {
    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final String EVERYWHERE_6 = "::/0";

    private OpenStackRules() {}

    /** The same rule, as it reads when it comes back from the cloud: icmp without ports. */
    static FirewallRule normal(FirewallRule rule) {
        String protocol = rule.protocol().toLowerCase(Locale.ROOT);
        return isIcmp(protocol)
                ? new FirewallRule(protocol, 0, 0, rule.cidr())
                : new FirewallRule(protocol, rule.fromPort(), rule.toPort(), rule.cidr());
    }

    static Rule.CreateRule toCreateRule(String groupId, FirewallRule rule) {
        Rule.CreateBuilder builder = Rule.CreateRule.createBuilder(RuleDirection.INGRESS, groupId)
                .ethertype(rule.cidr().contains(":") ? RuleEthertype.IPV6 : RuleEthertype.IPV4)
                .protocol(RuleProtocol.fromValue(rule.protocol()))
                .remoteIpPrefix(rule.cidr());
        if (!isIcmp(rule.protocol())) {
            builder = builder.portRangeMin(rule.fromPort()).portRangeMax(rule.toPort());
        }
        return builder.build();
    }

    /** A rule without a prefix is one for everywhere. */
    static FirewallRule toFirewallRule(Rule rule) {
        String protocol =
                rule.getProtocol() == null ? "" : rule.getProtocol().name().toLowerCase(Locale.ROOT);
        String everywhere = rule.getEthertype() == RuleEthertype.IPV6 ? EVERYWHERE_6 : EVERYWHERE;
        String cidr = rule.getRemoteIpPrefix() == null ? everywhere : rule.getRemoteIpPrefix();
        return new FirewallRule(protocol, port(rule.getPortRangeMin()), port(rule.getPortRangeMax()), cidr);
    }

    private static int port(@Nullable Integer port) {
        return port == null ? 0 : port;
    }

    private static boolean isIcmp(String protocol) {
        return protocol.toLowerCase(Locale.ROOT).startsWith("icmp");
    }
}
