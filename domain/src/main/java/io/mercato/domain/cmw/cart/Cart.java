package io.mercato.domain.cmw.cart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to order together. Once it is checked out it stays as it is.
 *
 * @param id null until it is stored
 * @param customerId for whom; null while a reseller has not said it yet
 * @param resellerId company that sells it; null for the marketplace itself
 * @param distributorId company above the reseller; null for none
 * @param catalogId the reseller's price list; null for the default one
 */
public record Cart(
        @Nullable Integer id,
        @Nullable Integer customerId,
        @Nullable Integer resellerId,
        @Nullable Integer distributorId,
        @Nullable Integer catalogId,
        List<CartItem> items,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant checkedOutAt) {

    public Cart {
        items = List.copyOf(items);
    }

    public boolean isFinal() {
        return checkedOutAt != null;
    }

    public Cart with(List<CartItem> newItems) {
        return new Cart(
                id, customerId, resellerId, distributorId, catalogId, newItems, createdAt, updatedAt, checkedOutAt);
    }
}
