package io.mercato.domain.transfer;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of some bytes.
 *
 * @param first place of its first byte, from 0
 * @param last place of its last byte
 */
public record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*");
    private static final int LONGEST = 18;

    /** How many bytes it is. */
    public long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} names it. @param size of the whole */
    public String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }

    /**
     * The part that a client wants; empty when it is sent everything: it asks for nothing less, for several parts, in
     * another unit, in a way that means nothing, or has begun with other bytes than these.
     *
     * @param tag entity tag of the bytes
     * @param size how many they are
     * @throws MercatoException UNSATISFIABLE, when the part begins behind their end
     */
    public static Optional<ByteRange> wanted(Wanted wanted, String tag, long size) {
        boolean others = wanted.ifRange() != null && !wanted.ifRange().strip().equals('"' + tag + '"');
        Matcher asked = ONE.matcher(wanted.range() == null ? "" : wanted.range().strip());
        if (others || !asked.matches()) {
            return Optional.empty();
        }
        String first = asked.group(1);
        String last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(end(number(last), size));
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        return to < from ? Optional.empty() : Optional.of(satisfiable(from, Math.min(to, size - 1), size));
    }

    private static ByteRange end(long length, long size) {
        return satisfiable(length == 0 ? size : Math.max(0, size - length), size - 1, size);
    }

    private static ByteRange satisfiable(long first, long last, long size) {
        if (first >= size) {
            throw new MercatoException(
                    ErrorKind.UNSATISFIABLE,
                    "range-not-satisfiable-%size%",
                    "There are " + size + " bytes; the part that you ask for begins behind their end",
                    Map.of("size", String.valueOf(size)));
        }
        return new ByteRange(first, last);
    }

    private static long number(String digits) {
        return digits.length() > LONGEST ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
