package io.mercato.domain.cmw.pricing;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides which extra resources come with an order: what was chosen, and what a plan measures anyway. */
public final class ItemChoices {
    /** Of one resource in one order. */
    public static final int MOST = 1_000_000;

    private static final String REFERENCE = "billingItem/";

    private ItemChoices() {}

    /**
     * Throws REJECTED when the plan does not offer what is chosen, or not that much of it, or when something is missing.
     *
     * @param offered what the plan offers
     * @param chosen quantities by reference: {@code billingItem/1}
     */
    public static List<OrderedItem> of(List<PlanItem> offered, Map<String, Integer> chosen, String currency) {
        chosen.keySet().forEach(reference -> requireOffered(offered, reference));
        List<OrderedItem> ordered = new ArrayList<>();
        for (PlanItem item : offered) {
            Integer quantity = chosen.get(REFERENCE + item.billingItemId());
            ordered.addAll(choose(item, quantity == null ? 0 : quantity, currency));
        }
        return ordered;
    }

    private static List<OrderedItem> choose(PlanItem item, int quantity, String currency) {
        if (quantity != 0) {
            requireQuantity(item, quantity, currency);
            return List.of(new OrderedItem(item, quantity));
        }
        if (item.valueType() == BillingItemValueType.PAY_AS_YOU_GO) {
            return List.of(new OrderedItem(item, 0));
        }
        if (item.presence() == BillingItemPresence.REQUIRED) {
            throw rejected("billing-item-required-%item%", item, "this plan needs a quantity of it, in billingItems");
        }
        return List.of();
    }

    private static void requireQuantity(PlanItem item, int quantity, String currency) {
        PriceScheme scheme = item.scheme(currency);
        if (quantity > MOST) {
            throw rejected("quantity-not-offered-%item%", item, quantity + " is more than " + MOST);
        }
        boolean measured = item.valueType() == BillingItemValueType.PAY_AS_YOU_GO;
        if (quantity < 0 || !measured && !scheme.offers(quantity)) {
            throw rejected("quantity-not-offered-%item%", item, quantity + " is not offered: " + scheme.offered());
        }
    }

    private static void requireOffered(List<PlanItem> offered, String reference) {
        if (offered.stream().noneMatch(item -> reference.equals(REFERENCE + item.billingItemId()))) {
            throw Errors.unknownReference("billingItems", reference);
        }
    }

    private static MercatoException rejected(String key, PlanItem item, String problem) {
        String reference = REFERENCE + item.billingItemId();
        return new MercatoException(
                ErrorKind.REJECTED,
                key,
                "Field billingItems: " + reference + " (" + item.name() + "): " + problem,
                Map.of("field", "billingItems", "item", reference));
    }
}
