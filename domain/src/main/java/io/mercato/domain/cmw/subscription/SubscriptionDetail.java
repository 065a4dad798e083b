package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.vendor.ParameterValue;
import io.mercato.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A subscription with all that its page shows to this caller.
 *
 * @param items extra resources, at the prices of the order
 * @param couponId that it was ordered with; null for none
 * @param period what each period costs in advance, without tax and without what its vendor adds
 * @param language that its reader reads
 */
public record SubscriptionDetail(
        Subscription subscription,
        Set<SubscriptionAction> actions,
        List<LogEntry> log,
        List<Endpoint> endpoints,
        List<Credential> credentials,
        Map<String, String> instructions,
        List<Integer> orders,
        List<Integer> invoices,
        List<Integer> machines,
        List<ParameterValue> parameters,
        List<Integer> plans,
        List<OrderedItem> items,
        @Nullable Integer couponId,
        SubscriptionCosts costs,
        Money period,
        String language) {

    /** The text that the reader is shown: in his language, else in English, else in whichever there is. */
    public @Nullable String inReadersLanguage(Map<String, String> texts) {
        String own = texts.getOrDefault(language, texts.get("en"));
        return own != null || texts.isEmpty()
                ? own
                : new TreeMap<>(texts).firstEntry().getValue();
    }

    /**
     * A step of the deployment.
     *
     * @param progress percent
     * @param temporary whether it will be tried again
     */
    public record LogEntry(
            long id,
            Instant at,
            String phase,
            String message,
            int progress,
            @Nullable Integer attemptsLeft,
            @Nullable String error,
            boolean temporary) {}

    /** @param category {@code APP, PASSWORD_RESET, DOCUMENTATION, VIDEO}; null for none of them */
    public record Endpoint(
            int id,
            @Nullable String category,
            @Nullable String name,
            String endpoint,
            @Nullable String description) {}

    /** @param value null for a reader who may not know it */
    public record Credential(
            String key, @Nullable String value, Map<String, String> description, int weight, boolean byVendor) {

        /** Without the value. */
        @Override
        public String toString() {
            return "Credential[" + key + "]";
        }
    }
}
