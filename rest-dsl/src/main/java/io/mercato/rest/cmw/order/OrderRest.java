package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.identity.Role;
import io.mercato.rest.CallerSource;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import io.mercato.rest.cmw.Resource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code /order}. */
@Component
public class OrderRest extends RestModule {
    /** Customers, who sells to them, and who tries out a product in a sandbox. */
    private static final Set<Role> BUYERS =
            EnumSet.of(Role.USER, Role.RESELLER, Role.VENDOR, Role.ADMIN, Role.SUPERADMIN);

    private static final Set<Role> DECIDERS =
            EnumSet.of(Role.VENDOR, Role.RESELLER, Role.DISTRIBUTOR, Role.ADMIN, Role.SUPERADMIN);

    private final CallerSource callers;

    public OrderRest(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return Stream.concat(ofOrders(), Resource.metadata("order", "order")).toList();
    }

    private Stream<Operation<?, ?>> ofOrders() {
        Function<Order, OrderBody> body = order -> OrderBody.of(order, callers.current());
        return Stream.of(
                Operation.of("cmw-list-orders", "GET", "/order", "direct:cmw-list-orders", "Orders, the newest first")
                        .answersMany(OrderBody.class, Order.class, body),
                Operation.of("cmw-place-order", "POST", "/order", "direct:cmw-place-order", "Places an order")
                        .allowed(BUYERS)
                        .takes(OrderInput.class, OrderInput::toDomain)
                        .answersCreated(OrderBody.class, Order.class, body),
                Operation.of("cmw-get-order", "GET", "/order/{id}", "direct:cmw-get-order", "An order")
                        .answers(OrderBody.class, Order.class, body),
                Operation.of(
                                "cmw-get-order-by-reference",
                                "GET",
                                "/order/externalReference={externalReference}",
                                "direct:cmw-get-order-by-reference",
                                "The order with the customer's own number")
                        .answers(OrderBody.class, Order.class, body),
                Operation.of(
                                "cmw-change-order",
                                "PATCH",
                                "/order/{id}",
                                "direct:cmw-change-order",
                                "Moves the date on which an order begins")
                        .takes(OrderPatch.class, OrderPatch::toDomain),
                Operation.of(
                        "cmw-delete-order",
                        "DELETE",
                        "/order/{id}",
                        "direct:cmw-delete-order",
                        "Takes an order back before anything was delivered"),
                Operation.of(
                        "cmw-notify-order",
                        "POST",
                        "/order/{id}/notify",
                        "direct:cmw-notify-order",
                        "Sends the e-mail about an order again"),
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
                                "Refuses an order that needs approval; ?reason= tells the customer why")
                        .allowed(DECIDERS));
    }
}
