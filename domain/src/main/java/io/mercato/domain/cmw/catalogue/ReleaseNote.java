package io.mercato.domain.cmw.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a version of a product.
 *
 * @param date null in a request that does not say
 * @param version as the vendor calls it
 */
public record ReleaseNote(@Nullable Instant date, String version, String text) {

    /** As it is stored: with a date, to the second; one without is of now. */
    public ReleaseNote dated(Instant now) {
        return new ReleaseNote((date == null ? now : date).truncatedTo(ChronoUnit.SECONDS), version, text);
    }
}
