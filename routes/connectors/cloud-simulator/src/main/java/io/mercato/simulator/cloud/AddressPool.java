package io.mercato.simulator.cloud;

import io.mercato.simulator.http.ApiException;
import java.util.HashSet;
import java.util.Set;

/**
 * The loopback addresses of the range. The next free one after the last given is taken, so that an address that was
 * given back rests for a while. The first (the gateway's), and those that end in 0 or 255, are left out.
 */
public final class AddressPool {
    private final String range;
    private final long first;
    private final long last;
    private final Set<Long> used = new HashSet<>();
    private long next;

    public AddressPool(String range) {
        String[] parts = range.split("/", -1);
        long base = parts.length == 2 ? parse(parts[0]) : -1;
        int bits = parts.length == 2 && parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : -1;
        if (base >>> 24 != 127 || bits < 9 || bits > 29) {
            throw new IllegalArgumentException(
                    "--address-range: " + range + " is no loopback range like 127.77.0.0/16 (from /9 to /29)");
        }
        this.range = range;
        long size = 1L << (32 - bits);
        this.first = base & -size;
        this.last = first + size - 1;
        this.next = first + 2;
    }

    public String range() {
        return range;
    }

    public String gateway() {
        return format(first + 1);
    }

    /** Takes the next free address. */
    public synchronized String take() {
        for (long tries = first; tries <= last; tries++) {
            long candidate = next;
            next = next >= last - 1 ? first + 2 : next + 1;
            boolean special = (candidate & 255) == 0 || (candidate & 255) == 255;
            if (!special && used.add(candidate)) {
                return format(candidate);
            }
        }
        throw new ApiException(409, "IpAddressGenerationFailure", "No more IP addresses available on network.");
    }

    /** Notes an address that is in use since before. */
    public synchronized void reserve(String address) {
        long number = parse(address);
        if (used.add(number) && number >= next && number < last) {
            next = number + 1;
        }
    }

    public synchronized void release(String address) {
        used.remove(parse(address));
    }

    private static long parse(String address) {
        String[] parts = address.split("\\.", -1);
        long number = 0;
        for (String part : parts) {
            if (parts.length != 4 || !part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException("not an address: " + address);
            }
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String format(long number) {
        return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
