package io.mercato.domain.cmw.order;

import io.mercato.domain.error.Errors;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An e-mail about an order that is sent again when somebody asks for it. */
public enum OrderNotice {
    /** To whoever decides on it. */
    TO_APPROVE,
    /** The confirmation, to the customer. */
    CONFIRMATION;

    /** What is waited for: a decision, or else the confirmation. */
    public static OrderNotice of(Order order) {
        return order.status() == OrderStatus.REQUIRES_APPROVAL ? TO_APPROVE : CONFIRMATION;
    }

    /**
     * TOO_MANY while the same notice of the same order was asked for a short while ago.
     *
     * @param last when it was sent because somebody asked; null for never
     * @param pause how long it is not sent again
     */
    public static void requirePause(@Nullable Instant last, Instant now, Duration pause) {
        if (last != null && now.isBefore(last.plus(pause))) {
            throw Errors.tooMany(Duration.between(now, last.plus(pause)));
        }
    }
}
