package io.mercato.domain.cmw.cart;

import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who may do what with a cart, and when. */
public final class CartRules {
    /** More orders than one transaction should place. */
    public static final int MAXIMUM_ORDERS = 100;

    private CartRules() {}

    /** The customer, who sells to him, and staff. */
    public static boolean maySee(Principal who, Cart cart) {
        return who.role().isStaff() || mayOwn(who, cart);
    }

    /** The customer, who sells to him, and administrators. */
    public static boolean mayWrite(Principal who, Cart cart) {
        return who.role().isAdministrator() || mayOwn(who, cart);
    }

    private static boolean mayOwn(Principal who, Cart cart) {
        if (who.role() == Role.USER) {
            return cart.customerId() != null && cart.customerId() == who.userId();
        }
        boolean seller = who.role() == Role.RESELLER || who.role() == Role.DISTRIBUTOR;
        return seller && (who.belongsTo(cart.resellerId()) || who.belongsTo(cart.distributorId()));
    }

    /** CONFLICT once it is checked out. */
    public static void requireOpen(Cart cart) {
        if (cart.isFinal()) {
            throw Errors.conflict("cart-checked-out", "Cart " + cart.id() + " has been checked out: it is final");
        }
    }

    /** INVALID, naming the item, when there is too much of it. */
    public static void requireContents(Cart cart) {
        for (int i = 0; i < cart.items().size(); i++) {
            if (cart.items().get(i).quantity() < 1) {
                throw Errors.invalidField("items[" + i + "].quantity", "must be 1 or more");
            }
            requireQuantities(cart.items().get(i).billingItems(), "items[" + i + "].billingItems");
        }
        if (orders(cart) > MAXIMUM_ORDERS) {
            throw Errors.invalidField("items", "must come to at most " + MAXIMUM_ORDERS + " orders");
        }
    }

    private static void requireQuantities(Map<String, Integer> asked, String field) {
        asked.forEach((reference, quantity) -> {
            if (quantity < 0) {
                throw Errors.invalidField(field + "[" + reference + "]", "must be 0 or more");
            }
        });
    }

    private static long orders(Cart cart) {
        return cart.items().stream().mapToLong(CartItem::quantity).sum();
    }

    /** CONFLICT when it is final or empty, REJECTED while nobody knows for whom it is. */
    public static void requireCheckout(Cart cart) {
        requireOpen(cart);
        if (cart.items().isEmpty()) {
            throw Errors.conflict("cart-empty", "Cart " + cart.id() + " is empty");
        }
        if (cart.customerId() == null) {
            throw Errors.rejectedField("cart-without-customer", "customer", "say for whom the cart is first");
        }
    }

    /** What the product asks, by the parameter's id. REJECTED for what is no reference to one. */
    public static Map<Integer, String> parameters(CartItem item) {
        Map<Integer, String> values = new LinkedHashMap<>();
        item.configurationParameters().forEach((reference, value) -> {
            int id = id("configurationParameter", reference)
                    .orElseThrow(() -> Errors.unknownReference("configurationParameters", reference));
            values.put(id, value);
        });
        return values;
    }

    /** The id in a reference as {@code configurationParameter/1}; empty when it is none to this resource. */
    public static Optional<Integer> id(String resource, String reference) {
        return reference.matches(resource + "/\\d{1,9}")
                ? Optional.of(Integer.valueOf(reference.substring(resource.length() + 1)))
                : Optional.empty();
    }

    /** The same failure, with the item that it is about. */
    public static MercatoException ofItem(MercatoException failure, Cart cart, CartItem item) {
        int place = cart.items().stream().map(CartItem::id).toList().indexOf(item.id());
        String name = "items[" + place + "]";
        return failure.about(name + " (productVersion/" + item.planId() + ")", "item", name);
    }
}
