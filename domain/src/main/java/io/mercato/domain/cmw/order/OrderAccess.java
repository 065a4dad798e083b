package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For whom somebody may order, and what he may do with an order now. */
public final class OrderAccess {
    /** States in which nothing has been delivered yet: the order can still be taken back. */
    private static final Set<SubscriptionStatus> NOT_BEGUN = EnumSet.of(
            SubscriptionStatus.REQUIRES_APPROVAL,
            SubscriptionStatus.POSTPONED,
            SubscriptionStatus.WAITING_PAYMENT,
            SubscriptionStatus.PAYMENT_EXPIRED);

    private OrderAccess() {}

    /**
     * For whom an order is: a customer orders for himself, a reseller for a customer of his own. Somebody whom the caller
     * may not order for reads like somebody who does not exist. FORBIDDEN for everybody else (behaviour §2): staff orders
     * as the customer, by {@code CMW-As-User}.
     *
     * @param asked the user that the order names; null for none
     * @param found that user; null when there is none
     * @param field how the caller calls him
     */
    public static int buyer(Principal who, @Nullable Integer asked, @Nullable Customer found, String field) {
        if (who.role() == Role.USER) {
            if (asked != null && asked != who.userId()) {
                throw Errors.unknownReference(field, "user/" + asked);
            }
            return who.userId();
        }
        if (who.role() != Role.RESELLER) {
            throw Errors.forbidden();
        }
        if (asked == null) {
            throw Errors.invalidField(field, "name the customer for whom you order");
        }
        if (found == null || !mayOrderFor(who, found)) {
            throw Errors.unknownReference(field, "user/" + asked);
        }
        return found.userId();
    }

    /**
     * For whom a sandbox is: for the vendor who tries out a product of his own, or for an administrator, who tries any.
     * FORBIDDEN for everybody else, and for what another vendor sells.
     *
     * @param plan that the order names; null when there is none
     */
    public static int sandboxBuyer(Principal who, OrderRequest request, @Nullable OrderedPlan plan) {
        boolean vendor = who.role() == Role.VENDOR;
        if (!vendor && !who.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        boolean own = plan != null && (!vendor || who.belongsTo(plan.vendorId()));
        if (plan == null || !own && !plan.published()) {
            throw Errors.unknownReference("productVersion", "productVersion/" + request.planId());
        }
        if (!own) {
            throw Errors.forbidden();
        }
        if (request.buyerId() != null && request.buyerId() != who.userId()) {
            throw Errors.unknownReference("buyer", "user/" + request.buyerId());
        }
        return who.userId();
    }

    private static boolean mayOrderFor(Principal who, Customer customer) {
        return customer.role() == Role.USER && customer.enabled() && who.belongsTo(customer.resellerId());
    }

    /** What this caller may do with the order now. */
    public static Set<OrderOperation> available(Principal who, Order order) {
        Set<OrderOperation> operations = EnumSet.noneOf(OrderOperation.class);
        if (order.status() == OrderStatus.REQUIRES_APPROVAL && order.parties().mayDecide(who)) {
            operations.add(OrderOperation.APPROVE);
            operations.add(OrderOperation.REJECT);
        }
        if (isOpen(order) && mayTakeBack(who, order)) {
            operations.add(OrderOperation.DELETE);
        }
        return operations;
    }

    private static boolean isOpen(Order order) {
        return order.status() == OrderStatus.DEFERRED
                || order.isUnpaidChange()
                || order.opens() && order.subscriptions().stream().allMatch(one -> notBegun(one.status()));
    }

    /** Whether nothing of a subscription has been delivered yet. */
    public static boolean notBegun(SubscriptionStatus status) {
        return NOT_BEGUN.contains(status);
    }

    private static boolean mayTakeBack(Principal who, Order order) {
        return who.role().isAdministrator() || order.parties().actsAsCustomer(who);
    }

    /** FORBIDDEN for whom it is never, CONFLICT when it is not possible now. */
    public static void require(Principal who, Order order, OrderOperation operation) {
        boolean ever = operation == OrderOperation.DELETE
                ? mayTakeBack(who, order)
                : order.parties().mayDecide(who);
        if (!ever) {
            throw Errors.forbidden();
        }
        if (available(who, order).contains(operation)) {
            return;
        }
        throw operation == OrderOperation.DELETE
                ? Errors.conflict("order-under-way", "Order " + order.id() + " is under way: it cannot be taken back")
                : Errors.conflict("no-approval-needed", "Order " + order.id() + " is not waiting for approval");
    }

    /** Whether the begin of an order may be moved to this moment. */
    public static void requireNewStart(
            Principal who, Order order, @Nullable Instant start, OrderTimes times, Instant now) {
        if (!mayTakeBack(who, order)) {
            throw Errors.forbidden();
        }
        requireStart("startDate", start, times, now);
        boolean waits = order.opens()
                && order.startDate() != null
                && (order.status() == OrderStatus.POSTPONED || order.status() == OrderStatus.REQUIRES_APPROVAL);
        if (!waits) {
            throw Errors.conflict("order-not-postponed", "Order " + order.id() + " does not wait for a date");
        }
    }

    /** INVALID, naming the field, unless the moment is given, still to come, and not too far away. */
    static void requireStart(String field, @Nullable Instant moment, OrderTimes times, Instant now) {
        if (moment == null || !moment.isAfter(now)) {
            throw Errors.invalidField(field, "must be a date in the future");
        }
        if (moment.isAfter(now.plus(times.startsWithin()))) {
            throw Errors.invalidField(
                    field, "must be within " + times.startsWithin().toDays() + " days");
        }
    }
}
