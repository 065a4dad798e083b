package io.mercato.domain.cloud;

/**
 * Lets something in.
 *
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 * @param fromPort first port; ignored for icmp
 * @param toPort last port, at least {@code fromPort}
 * @param cidr from where: {@code 0.0.0.0/0} for everywhere
 */
public record FirewallRule(String protocol, int fromPort, int toPort, String cidr) {

    public static FirewallRule tcp(int port) {
        return new FirewallRule("tcp", port, port, "0.0.0.0/0");
    }
}
