package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderNotice;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody asked last for an e-mail about an order. */
@Component
public class OrderNotices {
    private final JdbcClient jdbc;
    private final CmwProperties properties;
    private final Clock clock;

    public OrderNotices(JdbcClient jdbc, CmwProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** It is asked for now; the caller holds the order's subscription. TOO_MANY when that was so a short while ago. */
    public void ask(Order order) {
        OrderNotice notice = OrderNotice.of(order);
        Instant now = clock.instant();
        Instant last = jdbc.sql("select asked_at from cmw.order_notice where order_id = ? and notice = ?")
                .params(order.id(), notice.name())
                .query((row, index) -> Rows.instant(row, "asked_at"))
                .optional()
                .orElse(null);
        OrderNotice.requirePause(last, now, properties.orderNoticePause());
        jdbc.sql("insert into cmw.order_notice (order_id, notice, asked_at) values (?, ?, ?)"
                        + " on conflict (order_id, notice) do update set asked_at = excluded.asked_at")
                .params(order.id(), notice.name(), Rows.at(now))
                .update();
    }
}
