package io.mercato.domain.cmw.vendor;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;

/**
 * A vendor's word on an order: 204 lets it pass, 200 with messages refuses it with those messages, anything else is "try
 * again later".
 */
public final class VendorVerdict {
    /** A vendor who talks without end is cut short. */
    private static final int MOST_MESSAGES = 10;

    private static final int LONGEST_MESSAGE = 500;

    private VendorVerdict() {}

    /** @param messages what the answer's {@code errors} say; empty when it has none or is no JSON */
    public static void require(VendorAnswer answer, List<String> messages) {
        if (answer.status() == 204) {
            return;
        }
        List<ErrorHolder> holders = answer.status() == 200
                ? messages.stream()
                        .map(VendorVerdict::shown)
                        .filter(message -> !message.isEmpty())
                        .limit(MOST_MESSAGES)
                        .map(message -> ErrorHolder.of("refused-by-vendor", message))
                        .toList()
                : List.of();
        if (holders.isEmpty()) {
            throw unavailable();
        }
        throw new MercatoException(ErrorKind.REJECTED, holders, null);
    }

    /** The vendor is not there, or says what nobody understands. */
    public static MercatoException unavailable() {
        return new MercatoException(
                ErrorKind.RETRYABLE,
                "vendor-unavailable",
                "The vendor's service does not answer as it should; try again later");
    }

    /** On one line, and not endless. */
    private static String shown(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
