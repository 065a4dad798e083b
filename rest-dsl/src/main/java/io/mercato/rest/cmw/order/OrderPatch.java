package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.mercato.domain.cmw.order.OrderStart;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** What {@code PATCH /order/{id}} takes: the date on which an order is to begin that waits for one. */
public record OrderPatch(
        @NotNull @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        Action action,

        @NotNull Instant startDate) {

    /** What can be changed of an order. */
    public enum Action {
        START_DATE
    }

    OrderStart toDomain() {
        return new OrderStart(startDate);
    }
}
