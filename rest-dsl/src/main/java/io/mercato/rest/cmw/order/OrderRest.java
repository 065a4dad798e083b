package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code /order}. */
@Component
public class OrderRest extends RestModule {
    private static final Set<Role> CUSTOMERS = EnumSet.of(Role.USER);
    private static final Set<Role> DECIDERS = EnumSet.of(Role.VENDOR, Role.ADMIN, Role.SUPERADMIN);

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of("cmw-list-orders", "GET", "/order", "direct:cmw-list-orders", "Orders, the newest first")
                        .answersMany(OrderBody.class, Order.class, OrderBody::of),
                Operation.of("cmw-place-order", "POST", "/order", "direct:cmw-place-order", "Places an order")
                        .allowed(CUSTOMERS)
                        .takes(OrderInput.class, OrderInput::toDomain)
                        .answersCreated(OrderBody.class, Order.class, OrderBody::of),
                Operation.of("cmw-get-order", "GET", "/order/{id}", "direct:cmw-get-order", "An order")
                        .answers(OrderBody.class, Order.class, OrderBody::of),
                Operation.of(
                                "cmw-get-order-by-reference",
                                "GET",
                                "/order/externalReference={externalReference}",
                                "direct:cmw-get-order-by-reference",
                                "The order with the customer's own number")
                        .answers(OrderBody.class, Order.class, OrderBody::of),
                Operation.of(
                                "cmw-get-order-changelog",
                                "GET",
                                "/order/{id}/changelog",
                                "direct:cmw-get-order-changelog",
                                "Who did what with an order")
                        .answers(ChangelogBody.class, List.class, ChangelogBody::of),
                Operation.of(
                                "cmw-approve-order",
                                "POST",
                                "/order/{id}/approve",
                                "direct:cmw-approve-order",
                                "Lets an order through that needs approval")
                        .allowed(DECIDERS),
                Operation.of(
                                "cmw-reject-order",
                                "POST",
                                "/order/{id}/reject",
                                "direct:cmw-reject-order",
                                "Refuses an order that needs approval")
                        .allowed(DECIDERS));
    }
}
