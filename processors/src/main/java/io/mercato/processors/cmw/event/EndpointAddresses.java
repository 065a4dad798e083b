package io.mercato.processors.cmw.event;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/**
 * Looks an endpoint's host up, for the connection itself: what is checked here is what is connected to, so a name that
 * answers differently a moment later gains nothing.
 */
@Component
public class EndpointAddresses {
    private final boolean allowPrivate;

    public EndpointAddresses(EventProperties properties) {
        this.allowPrivate = properties.allowPrivateAddresses();
    }

    /** The host's addresses; refused when one of them is not public, unless the settings allow that. */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !isPublic(address)) {
                throw new UnknownHostException("The endpoint's address is not a public one: " + host);
            }
        }
        return addresses;
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address.getAddress(), address instanceof Inet6Address));
    }

    /** What Java does not name: 0/8, 100.64/10, 192.0.0/24, 198.18/15 and 240/4; fc00::/7, 64:ff9b::/96 and 2002::/16. */
    private static boolean isSpecial(byte[] bytes, boolean six) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (six) {
            return (first & 0xfe) == 0xfc
                    || (first == 0x20 && second == 0x02)
                    || (first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff);
        }
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }
}
