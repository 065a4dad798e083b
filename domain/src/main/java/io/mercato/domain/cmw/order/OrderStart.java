package io.mercato.domain.cmw.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an order that waits for its date is to begin instead. */
public record OrderStart(@Nullable Instant date) {}
