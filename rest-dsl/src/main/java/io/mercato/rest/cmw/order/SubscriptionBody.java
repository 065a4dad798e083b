package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.rest.Since;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.pricing.BillingItemValueBody;
import io.mercato.rest.cmw.vendor.SubscriptionParameterBody;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A subscription; credentials and instructions are there when it is read by its id. */
public record SubscriptionBody(
        int id,
        String self,
        String name,
        OrderType type,
        SubscriptionStatus deploymentStatus,
        Set<SubscriptionAction> availableOperations,
        boolean autoRenew,
        boolean paid,
        Integer billingPeriod,
        @Since(20201202) Instant billingPeriodStart,
        @Since(20220211) Instant billingPeriodEnd,
        UrlEntity buyer,
        UrlEntity company,
        UrlEntity product,
        UrlEntity productVersion,
        UrlEntity cloudProvider,
        UrlEntity cloudCredential,
        List<UrlEntity> orders,
        List<UrlEntity> invoices,
        List<UrlEntity> virtualMachineInstance,
        List<Step> deploymentLog,
        List<EndpointBody> endpoints,
        List<CredentialBody> credentials,
        String endUserInstructions,
        Instant createdAt,
        Instant startDate,
        Instant endDate,
        Instant updatedAt,
        List<SubscriptionParameterBody> configurationParameters,
        List<UrlEntity> possibleUpgrades,
        UrlEntity metadata,
        List<VendorCostLine> oneshotCosts,
        List<VendorCostLine> recurringCosts,
        List<SubscriptionItemBody> billingItems,
        List<BillingItemValueBody> billingItemValues,
        UrlEntity coupon) {

    /** A step of the deployment. */
    public record Step(
            long id,
            String statusMessage,
            String descriptiveMessage,
            Instant date,
            int progressPercentage,
            String error,
            Integer attemptsLeft,
            boolean temporaryFailure,
            String phaseName) {}

    /** @param description in the language that was asked for */
    public record CredentialBody(String key, String value, String description, int weight) {}

    static SubscriptionBody of(SubscriptionDetail detail) {
        Subscription one = detail.subscription();
        return new SubscriptionBody(
                one.id(),
                "subscription/" + one.id(),
                one.name(),
                one.type(),
                one.status(),
                detail.actions(),
                one.autoRenew(),
                one.paid(),
                one.terms().billingPeriod(),
                one.periodStart(),
                one.end(),
                UrlEntity.of("user", one.buyerId()),
                UrlEntity.of("company", one.vendorId()),
                UrlEntity.of("product", one.productId()),
                UrlEntity.of("productVersion", one.planId()),
                UrlEntity.of(
                        "cloudProvider",
                        one.machine() == null ? null : one.machine().providerId()),
                UrlEntity.of(
                        "cloudCredential",
                        one.machine() == null ? null : one.machine().credentialId()),
                references("order", detail.orders()),
                references("invoice", detail.invoices()),
                references("virtualMachineInstance", detail.machines()),
                detail.log().stream().map(SubscriptionBody::step).toList(),
                detail.endpoints().stream().map(EndpointBody::of).toList(),
                detail.credentials().stream()
                        .map(each -> credential(detail, each))
                        .toList(),
                detail.inReadersLanguage(detail.instructions()),
                one.createdAt(),
                one.start(),
                one.end(),
                one.updatedAt(),
                detail.parameters().stream().map(SubscriptionParameterBody::of).toList(),
                references("productVersion", detail.plans()),
                new UrlEntity("subscription/" + one.id() + "/metadata"),
                detail.costs().oneshot().stream().map(VendorCostLine::of).toList(),
                detail.costs().recurring().stream().map(VendorCostLine::of).toList(),
                SubscriptionItemBody.of(detail.items()),
                BillingItemValueBody.ofOrdered(detail.items()),
                UrlEntity.of("coupon", detail.couponId()));
    }

    private static List<UrlEntity> references(String resource, List<Integer> ids) {
        return ids.stream().map(id -> UrlEntity.of(resource, id)).toList();
    }

    private static Step step(SubscriptionDetail.LogEntry entry) {
        return new Step(
                entry.id(),
                entry.error() == null ? "OK" : "FAILED",
                entry.message(),
                entry.at(),
                entry.progress(),
                entry.error(),
                entry.attemptsLeft(),
                entry.temporary(),
                entry.phase());
    }

    private static CredentialBody credential(SubscriptionDetail detail, SubscriptionDetail.Credential credential) {
        return new CredentialBody(
                credential.key(),
                credential.value(),
                detail.inReadersLanguage(credential.description()),
                credential.weight());
    }
}
