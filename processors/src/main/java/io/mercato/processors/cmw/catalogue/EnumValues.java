package io.mercato.processors.cmw.catalogue;

import static java.util.Map.entry;

import io.mercato.domain.cmw.catalogue.CloudCredentialsSupport;
import io.mercato.domain.cmw.catalogue.CloudFeature;
import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.domain.cmw.catalogue.PaymentGateway;
import io.mercato.domain.cmw.catalogue.ProductDestination;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.coupon.CouponType;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceStatus;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.people.UserGroup;
import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The values of the contract's enumerations, for {@code GET /enum/{name}}. */
@Component("enumValues")
public class EnumValues {
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            entry("CloudCredentialsSupport", names(CloudCredentialsSupport.values())),
            entry("CloudProviderTags", names(CloudFeature.values())),
            entry("CouponConfiguration", names(CouponConfiguration.values())),
            entry("IaasBilling", names(IaasBilling.values())),
            entry("OSType", names(OperatingSystem.values())),
            entry("PaymentGateway", names(PaymentGateway.values())),
            entry("ProductDestination", names(ProductDestination.values())),
            entry("ProductType", names(ProductType.values())),
            entry("SubscriptionsPerProduct", names(SubscriptionsPerProduct.values())),
            entry("Trial", names(Trial.values())),
            entry("UserRole", Arrays.stream(Role.values()).map(Role::authority).toList()));

    /** Of people, orders and what is told. */
    private static final Map<String, List<String>> FURTHER = Map.of(
            "CmwEventType", names(EventType.values()),
            "DeploymentStatus", names(SubscriptionStatus.values()),
            "EventRecipientType", names(EventRecipient.values()),
            "InvoiceStatus", names(InvoiceStatus.values()),
            "LineType", names(LineType.values()),
            "OrderStatus", names(OrderStatus.values()),
            "OrderType", names(OrderType.values()),
            "SubscriptionPatchAction", names(SubscriptionAction.values()),
            "Type", List.of("COMPANY", "CUSTOMER_COMPANY"),
            "UserGroup", names(UserGroup.values()));

    /** Of prices, and of what bodies of requests name. */
    private static final Map<String, List<String>> OF_PRICES_AND_BODIES = Map.of(
            "Action", List.of("ACTIVATE", "APPROVE", "BLOCK", "UNBLOCK"),
            "BillingItemPresence", names(BillingItemPresence.values()),
            "BillingItemType", names(BillingItemType.values()),
            "BillingItemValueType", names(BillingItemValueType.values()),
            "CouponType", names(CouponType.values()),
            "EndpointType", List.of("APP", "PASSWORD_RESET", "DOCUMENTATION", "VIDEO"));

    public List<String> of(String name) {
        List<String> values = VALUES.getOrDefault(name, FURTHER.getOrDefault(name, OF_PRICES_AND_BODIES.get(name)));
        if (values == null) {
            throw Errors.notFound("enum", name);
        }
        return values;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
