package io.mercato.processors.cmw.vendor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How vendors are asked while a customer waits: to validate an order, and for the values of a configuration parameter. Which
 * addresses may be called says {@code mercato.cmw.events.allow-private-addresses}.
 *
 * @param connectTimeout how long a vendor may take to accept a connection; and how long a call waits for one to be free
 * @param responseTimeout how long he may be silent
 * @param longest how long a call may last in all, however steadily he sends
 * @param largestAnswer what is longer is no answer
 * @param attempts how often the values of a parameter are asked for at most; an order's validation is asked for once
 * @param atOnce calls side by side in one process
 * @param perVendor calls of one vendor side by side, so that a slow one leaves room for the others
 */
@ConfigurationProperties("mercato.cmw.vendor-calls")
public record VendorCallProperties(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration responseTimeout,
        @DefaultValue("8s") Duration longest,
        @DefaultValue("64KB") DataSize largestAnswer,
        @DefaultValue("2") int attempts,
        @DefaultValue("32") int atOnce,
        @DefaultValue("8") int perVendor) {

    public VendorCallProperties {
        if (attempts < 1 || atOnce < 1 || perVendor < 1) {
            throw new IllegalArgumentException(
                    "mercato.cmw.vendor-calls: attempts, at-once and per-vendor must be 1 or more");
        }
    }
}
