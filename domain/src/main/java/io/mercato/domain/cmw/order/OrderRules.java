package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.error.Errors;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on an order: what becomes of it, or why not. */
public final class OrderRules {

    private OrderRules() {}

    /**
     * @param offer what is ordered; null when there is no such plan
     */
    public static Placement place(@Nullable Offer offer, OrderRequest request, OrderTimes times, Instant now) {
        refuseWhatIsNotOffered(request);
        if (request.start() != null) {
            OrderAccess.requireStart("start", request.start(), times, now);
        }
        if (offer == null || !offer.isThereFor(request.type())) {
            throw Errors.unknownReference("productVersion", "productVersion/" + request.planId());
        }
        requireBuyer(offer, request);
        boolean trial = request.type() == OrderType.TRIAL;
        OrderPrice price = OrderPricing.price(offer, request, Assumptions.NONE, now);
        if (price.refusal() != null) {
            throw price.refusal().toException();
        }
        requireTriable(offer, price, trial);
        requireQuota(offer, request);
        List<NewSubscription> subscriptions = subscriptions(offer, request, price, times);
        InvoiceDraft invoice = price.firstInvoice();
        SubscriptionStatus status = status(offer, request, invoice);
        return new Placement(
                offer,
                request,
                orderStatus(status, invoice),
                status,
                subscriptions,
                invoice,
                status == SubscriptionStatus.WAITING_PAYMENT ? now.plus(times.payment()) : null,
                price);
    }

    private static void refuseWhatIsNotOffered(OrderRequest request) {
        if (!request.type().isOrdered()) {
            throw Errors.invalidField("type", "must be NORMAL, TRIAL or SANDBOX");
        }
        if (request.type() == OrderType.SANDBOX && request.start() != null) {
            throw Errors.invalidField("start", "must be left out: a sandbox begins at once");
        }
    }

    /** Nobody orders for somebody else; another's id reads like one that does not exist. */
    private static void requireBuyer(Offer offer, OrderRequest request) {
        if (request.buyerId() != null && request.buyerId() != offer.buyer().userId()) {
            throw Errors.unknownReference("buyer", "user/" + request.buyerId());
        }
    }

    /** Of a bundle one for each plan that is in it: all of them, or none. */
    private static List<NewSubscription> subscriptions(
            Offer offer, OrderRequest request, OrderPrice price, OrderTimes times) {
        if (!offer.isBundle()) {
            return List.of(subscription(offer, request, price, times, null));
        }
        BundledOffer.requireAsked(offer.parts(), request);
        List<OrderRequest> requests = BundledOffer.requests(offer.parts(), request);
        List<NewSubscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            BundledOffer part = offer.parts().get(i);
            OrderRequest own = requests.get(i);
            OrderPrice cost = price.parts().get(i);
            subscriptions.add(part.decide(() -> {
                requireQuota(part.offer(), own);
                return subscription(part.discounted(), own, cost, times, part.discount());
            }));
        }
        return subscriptions;
    }

    private static NewSubscription subscription(
            Offer offer,
            OrderRequest request,
            OrderPrice price,
            OrderTimes times,
            @Nullable BigDecimal bundleDiscount) {
        boolean sandbox = request.type() == OrderType.SANDBOX;
        return new NewSubscription(
                offer,
                request,
                sandbox ? offer.title() + " (sandbox)" : offer.title(),
                sandbox
                        ? Terms.ofSandbox(offer.setupFee().currency(), offer.vatRate(), times.sandboxHours())
                        : terms(offer, price, request.type() == OrderType.TRIAL),
                offer.productType().runsOnMachine() ? machine(offer) : null,
                price,
                bundleDiscount);
    }

    private static void requireTriable(Offer offer, OrderPrice price, boolean trial) {
        if (!trial) {
            return;
        }
        if (price.trialDays() == null) {
            throw Errors.rejected("trial-not-allowed", "This plan cannot be tried");
        }
        if (offer.buyer().trials() > 0) {
            throw Errors.conflict("trial-already-used", "You have tried this product already");
        }
    }

    /** What a vendor tries out is no use of the product: it counts for no limit. */
    private static void requireQuota(Offer offer, OrderRequest request) {
        if (request.type() == OrderType.SANDBOX) {
            return;
        }
        int already = switch (offer.subscriptionsPerProduct()) {
            case ONE_PER_USER -> offer.buyer().subscriptions();
            case ONE_PER_COMPANY, ONE_PER_COMPANY_GROUP -> offer.buyer().companySubscriptions();
            case TRIAL, UNLIMITED -> 0;
        };
        if (already > 0) {
            throw Errors.conflict("already-subscribed", "There is already a subscription of this product");
        }
    }

    private static MachineSpec machine(Offer offer) {
        Offer.Machine where = offer.machine();
        if (where == null || !where.providerEnabled()) {
            throw Errors.rejectedField("no-cloud-provider", "cloudProvider", "this plan cannot be deployed there");
        }
        if (where.credentialId() == null) {
            throw Errors.rejectedField(
                    "no-cloud-credential", "cloudCredential", "there is no account at this cloud provider");
        }
        String publicKey = offer.buyer().publicKey();
        if (publicKey == null) {
            throw Errors.rejectedField(
                    "public-key-required",
                    "publicKey",
                    "add your SSH public key to your profile first: it is how you log in");
        }
        return offer.machineSpec(where, publicKey, where.credentialId());
    }

    private static Terms terms(Offer offer, OrderPrice agreed, boolean trial) {
        Money price = offer.price() == null ? Money.zero(offer.setupFee().currency()) : offer.price();
        return new Terms(
                price,
                offer.vatRate(),
                offer.billingPeriod(),
                offer.lifespan(),
                agreed.trialDays(),
                offer.unkillable(),
                !trial && offer.autoRenewable() && offer.billingPeriod() != null && offer.lifespan() == null);
    }

    private static SubscriptionStatus status(Offer offer, OrderRequest request, @Nullable InvoiceDraft invoice) {
        if (request.type() == OrderType.SANDBOX) {
            return SubscriptionStatus.PENDING;
        }
        if (offer.waitsForApproval()) {
            return SubscriptionStatus.REQUIRES_APPROVAL;
        }
        if (request.start() != null) {
            return SubscriptionStatus.POSTPONED;
        }
        return invoice == null ? SubscriptionStatus.PENDING : SubscriptionStatus.WAITING_PAYMENT;
    }

    private static OrderStatus orderStatus(SubscriptionStatus begin, @Nullable InvoiceDraft invoice) {
        return switch (begin) {
            case REQUIRES_APPROVAL -> OrderStatus.REQUIRES_APPROVAL;
            case POSTPONED -> OrderStatus.POSTPONED;
            default -> invoice == null ? OrderStatus.FREE : OrderStatus.PAID;
        };
    }
}
