package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Customer;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.OrderedPlan;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom an order is placed. */
@Component
public class Buyers {
    private final JdbcClient jdbc;

    public Buyers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Id of the user for whom the caller orders; REJECTED when he may not. */
    public int of(Principal principal, OrderRequest request) {
        return request.type() == OrderType.SANDBOX
                ? OrderAccess.sandboxBuyer(principal, request, plan(request.planId()))
                : of(principal, request.buyerId());
    }

    /** Null when there is none, or none any more. */
    private OrderedPlan plan(int id) {
        return jdbc.sql("select v.id, p.company_id, v.published from cmw.product_version v"
                        + " join cmw.product p on p.id = v.product_id"
                        + " where v.id = ? and not v.deleted and not p.deleted")
                .param(id)
                .query((row, index) ->
                        new OrderedPlan(row.getInt("id"), row.getInt("company_id"), row.getBoolean("published")))
                .optional()
                .orElse(null);
    }

    /** @param asked the user that is named; null for none */
    public int of(Principal principal, Integer asked) {
        return OrderAccess.buyer(principal, asked, asked == null ? null : find(asked), "buyer");
    }

    /** Null when there is none. */
    public Customer find(int userId) {
        return jdbc.sql(
                        "select u.id, u.user_name, u.role, u.enabled and not u.deleted and coalesce(c.enabled, true) as enabled,"
                                + " c.parent_id as reseller_id, r.parent_id as distributor_id from cmw.\"user\" u"
                                + " left join cmw.company c on c.id = u.company_id"
                                + " left join cmw.company r on r.id = c.parent_id where u.id = ?")
                .param(userId)
                .query((row, index) -> new Customer(
                        row.getInt("id"),
                        row.getString("user_name"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("enabled"),
                        Rows.integer(row, "reseller_id"),
                        Rows.integer(row, "distributor_id")))
                .optional()
                .orElse(null);
    }
}
