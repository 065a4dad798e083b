package io.mercato.rest.cmw.cart;

import io.mercato.domain.cmw.cart.Cart;
import io.mercato.domain.paging.Filter;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cart.
 *
 * @param customer for whom; a customer's own cart is his
 * @param reseller who sells it, given by the platform
 * @param checkedOutAt when it became final
 */
public record CartBody(
        Integer id,
        String self,
        UrlEntity customer,
        UrlEntity reseller,
        UrlEntity resellerCatalog,
        @Size(max = 100) List<@NotNull @Valid CartItemBody> items,
        Instant createdAt,
        Instant updatedAt,
        Instant checkedOutAt) {

    static CartBody of(Cart cart) {
        return new CartBody(
                cart.id(),
                "cart/" + cart.id(),
                UrlEntity.of("user", cart.customerId()),
                UrlEntity.of("reseller", cart.resellerId()),
                UrlEntity.of("resellerCatalog", cart.catalogId()),
                cart.items().stream().map(CartItemBody::of).toList(),
                cart.createdAt(),
                cart.updatedAt(),
                cart.checkedOutAt());
    }

    Cart toDomain(Call call) {
        Integer named = UrlEntity.id(resellerCatalog, "resellerCatalog", "resellerCatalog");
        List<CartItemBody> contents = items == null ? List.of() : items;
        return new Cart(
                null,
                UrlEntity.id(customer, "user", "customer"),
                null,
                null,
                named == null ? new Filter(call.query()).integer("catalogId") : named,
                IntStream.range(0, contents.size())
                        .mapToObj(place -> contents.get(place).toDomain(place))
                        .toList(),
                null,
                null,
                null);
    }
}
