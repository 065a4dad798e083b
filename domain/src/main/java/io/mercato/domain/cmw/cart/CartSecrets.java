package io.mercato.domain.cmw.cart;

import io.mercato.domain.identity.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a cart is between its customer and the vendor: values of sensitive parameters. */
public final class CartSecrets {

    private CartSecrets() {}

    /** The customer alone: a vendor sees no carts. */
    public static boolean maySee(Principal who, Cart cart) {
        return cart.customerId() != null && cart.customerId() == who.userId();
    }

    /**
     * The cart as this reader may know it.
     *
     * @param sensitive references of the sensitive parameters, {@code configurationParameter/1}
     */
    public static Cart shown(Principal who, Cart cart, Set<String> sensitive) {
        if (maySee(who, cart)) {
            return cart;
        }
        return cart.with(cart.items().stream()
                .map(item -> item.answering(without(item.configurationParameters(), sensitive)))
                .toList());
    }

    /**
     * What is asked, with the secrets that this writer could not read, of each item that he names by its id and leaves a plan's.
     * A cart that becomes another customer's loses them.
     */
    public static Cart kept(Principal who, Cart now, Cart asked, @Nullable Integer customer, Set<String> sensitive) {
        boolean another = now.customerId() != null && !now.customerId().equals(customer);
        if (another || maySee(who, now)) {
            return asked;
        }
        Map<Integer, CartItem> before =
                now.items().stream().collect(Collectors.toMap(item -> Objects.requireNonNull(item.id()), item -> item));
        List<CartItem> items = asked.items().stream()
                .map(item -> item.id() == null ? item : kept(before.get(item.id()), item, sensitive))
                .toList();
        return asked.with(items);
    }

    private static CartItem kept(@Nullable CartItem before, CartItem item, Set<String> sensitive) {
        if (before == null || before.planId() != item.planId()) {
            return item;
        }
        Map<String, String> values = new LinkedHashMap<>(before.configurationParameters());
        values.keySet().retainAll(sensitive);
        values.putAll(item.configurationParameters());
        return item.answering(values);
    }

    private static Map<String, String> without(Map<String, String> values, Set<String> sensitive) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(sensitive);
        return rest;
    }
}
