package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.cmw.order.BudgetRequest;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRules;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.vendor.ParameterValues;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what an order would cost, and whether it would be let through; stores nothing. */
@Component
public class EstimateDesk {
    private static final Budget.Facts NOTHING_KNOWN = new Budget.Facts(null, null, null, null, null, null, null);

    private final OfferStore offers;
    private final ParameterValues parameters;
    private final JdbcClient jdbc;
    private final CmwProperties properties;
    private final Clock clock;

    public EstimateDesk(
            OfferStore offers, ParameterValues parameters, JdbcClient jdbc, CmwProperties properties, Clock clock) {
        this.offers = offers;
        this.parameters = parameters;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Prices for this caller; a coupon that is no good leaves them as they are, and the estimate says so. */
    public Budget estimate(Principal principal, BudgetRequest request) {
        return answer(() -> estimate(principal.userId(), principal.language(), request));
    }

    /** Throws INVALID for what is no order, before anybody is asked about it. */
    public void requireEstimable(BudgetRequest request) {
        Budget.requireEstimable(request);
    }

    /** @param buyer user whose prices they are */
    public Budget estimate(int buyer, BudgetRequest request) {
        return estimate(buyer, null, request);
    }

    private Budget estimate(int buyer, String language, BudgetRequest request) {
        offers.requireReferences(request.order(), buyer);
        Offer offer = offers.find(request.order(), buyer, language);
        Budget budget = Budget.of(offer, facts(request.order().planId(), buyer), request, clock.instant());
        parameters.requireFormed(offer, request.order());
        return budget;
    }

    /** Throws what the order would be refused with. */
    public void validate(Principal principal, BudgetRequest request) {
        answer(() -> {
            Budget budget = estimate(principal.userId(), request);
            if (budget.price().refusal() != null) {
                throw budget.price().refusal().toException();
            }
            if (principal.role() == Role.USER) {
                OrderRules.place(budget.offer(), request.order(), properties.orderTimes(), clock.instant());
            }
            parameters.require(budget.offer(), request.order());
            return budget;
        });
    }

    /** What an order would be refused with names its fields as an estimate does. */
    public static <A> A answer(Supplier<A> estimate) {
        try {
            return estimate.get();
        } catch (MercatoException refusal) {
            throw BudgetRequest.refusal(refusal);
        }
    }

    /** @param user whose country it is */
    public Budget.Facts facts(int plan, int user) {
        return jdbc.sql("""
                        select v.minimum_duration, f.id as configuration_id, f.operating_system,
                            i.cpu, i.ram, i.root_disk_space,
                            coalesce(u.address ->> 'countryCode', u.address ->> 'country',
                                own.address ->> 'countryCode', own.address ->> 'country') as nation
                        from cmw.product_version v
                            left join cmw."user" u on u.id = :user
                            left join cmw.company own on own.id = u.company_id
                            left join cmw.virtual_machine_configuration f on f.id = v.virtual_machine_configuration_id
                            left join cmw.instance_type i on i.id = v.instance_type_id
                        where v.id = :plan
                        """)
                .param("plan", plan)
                .param("user", user)
                .query((row, index) -> new Budget.Facts(
                        Rows.integer(row, "minimum_duration"),
                        Rows.integer(row, "configuration_id"),
                        Rows.integer(row, "cpu"),
                        Rows.integer(row, "ram"),
                        Rows.integer(row, "root_disk_space"),
                        row.getString("operating_system"),
                        row.getString("nation")))
                .optional()
                .orElse(NOTHING_KNOWN);
    }
}
