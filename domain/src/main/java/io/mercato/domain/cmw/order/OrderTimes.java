package io.mercato.domain.cmw.order;

import java.time.Duration;

/**
 * How long things last that an order begins.
 *
 * @param payment how long the first payment may take
 * @param sandboxHours hours after which a sandbox ends by itself
 * @param startsWithin how long before its begin something may be ordered
 */
public record OrderTimes(Duration payment, int sandboxHours, Duration startsWithin) {}
