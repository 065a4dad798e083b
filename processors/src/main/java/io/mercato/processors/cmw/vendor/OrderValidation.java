package io.mercato.processors.cmw.vendor;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.vendor.OrderToValidate;
import io.mercato.domain.cmw.vendor.VendorAnswer;
import io.mercato.domain.cmw.vendor.VendorVerdict;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.json.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a vendor is asked before an order happens, and what his answer means. */
@Component
public class OrderValidation {
    private static final TypeReference<List<String>> URLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final ParameterValues parameters;
    private final SubscriptionStore subscriptions;

    public OrderValidation(JdbcClient jdbc, Json json, ParameterValues parameters, SubscriptionStore subscriptions) {
        this.jdbc = jdbc;
        this.json = json;
        this.parameters = parameters;
        this.subscriptions = subscriptions;
    }

    /** What is asked of a new order, or of an estimate of one. */
    public OrderToValidate question(OrderRequest request, int buyer) {
        return OrderToValidate.of(request, buyer);
    }

    /** What is asked of a change of a subscription that the caller sees; null for nothing. */
    public OrderToValidate question(Principal principal, int subscription, SubscriptionChange change) {
        return OrderToValidate.of(principal, subscriptions.get(principal, subscription), change);
    }

    /** One for each of the product's addresses; none for a plan that is not sold, which is refused elsewhere. */
    public List<VendorCall> calls(OrderToValidate order, Principal principal) {
        Product product = product(order);
        if (product == null) {
            return List.of();
        }
        List<String> urls = json.read(product.orderValidationUrls(), URLS);
        if (urls.isEmpty()) {
            return List.of();
        }
        String body = json.write(new Question(
                product.id(),
                product.sku(),
                order.planId(),
                product.identifier(),
                identifiers(order.billingItems()),
                parameters.byCode(order.subscriptionId(), order.configurationParameters()),
                order.subscriptionId(),
                order.type().name(),
                order.buyerId(),
                principal.language()));
        return urls.stream()
                .map(url -> new VendorCall(url, body, product.notificationSecretToken()))
                .toList();
    }

    /** Throws unless the vendor lets the order pass. */
    public void require(VendorAnswer answer) {
        VendorVerdict.require(answer, messages(answer.body()));
    }

    private List<String> messages(String body) {
        try {
            Refusal refusal = body.isBlank() ? null : json.read(body, Refusal.class);
            return refusal == null || refusal.errors() == null
                    ? List.of()
                    : refusal.errors().stream()
                            .filter(Objects::nonNull)
                            .map(Refusal.Reason::message)
                            .filter(Objects::nonNull)
                            .toList();
        } catch (UncheckedIOException notUnderstood) {
            return List.of();
        }
    }

    /** By the vendor's own names of the extra resources; one that has none keeps its reference. */
    private Map<String, Integer> identifiers(Map<String, Integer> items) {
        Map<String, Integer> named = new TreeMap<>(items);
        if (!items.isEmpty()) {
            jdbc.sql("select 'billingItem/' || id as reference, identifier from cmw.billing_item"
                            + " where 'billingItem/' || id = any(?) and identifier is not null")
                    .param(items.keySet().toArray(String[]::new))
                    .query((row, index) -> {
                        Integer quantity = named.remove(row.getString("reference"));
                        return named.put(row.getString("identifier"), quantity);
                    })
                    .list();
        }
        return named;
    }

    private Product product(OrderToValidate order) {
        return jdbc.sql("""
                        select p.id, p.sku, v.identifier, p.order_validation_urls, p.notification_secret_token
                          from cmw.product_version v join cmw.product p on p.id = v.product_id
                         where v.id = :plan and (:existing or (v.published or :sandbox) and not v.deleted and not p.deleted)
                        """)
                .param("plan", order.planId())
                .param("existing", order.subscriptionId() != null)
                .param("sandbox", order.type() == OrderType.SANDBOX)
                .query((row, index) -> new Product(
                        row.getInt("id"),
                        row.getString("sku"),
                        row.getString("identifier"),
                        row.getString("order_validation_urls"),
                        row.getString("notification_secret_token")))
                .optional()
                .orElse(null);
    }

    private record Product(
            int id, String sku, String identifier, String orderValidationUrls, String notificationSecretToken) {}

    /** As vendors' services know it, so the names are the outside world's; what is not there is left out. */
    private record Question(
            int productId,
            String productIdentifier,
            int productVersionId,
            String productVersionIdentifier,
            Map<String, Integer> billingItems,
            Map<String, String> configurationParameters,
            Integer subscriptionId,
            String orderType,
            Integer buyerId,
            String language) {}

    private record Refusal(List<Reason> errors) {
        private record Reason(String message) {}
    }
}
