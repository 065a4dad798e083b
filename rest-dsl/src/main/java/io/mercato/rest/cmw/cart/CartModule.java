package io.mercato.rest.cmw.cart;

import io.mercato.domain.cmw.cart.Cart;
import io.mercato.rest.Operation;
import io.mercato.rest.cmw.Resource;
import io.mercato.rest.cmw.ResourceModule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code /cart}. */
@Component
public class CartModule extends ResourceModule {
    // spotless:off
    private static final Resource<Cart, CartBody> CART = new Resource<>(
            "cart", "cart", Operation.LOGGED_IN,
            Cart.class, CartBody.class, CartBody::of, CartBody::toDomain);
    // spotless:on

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Stream<Operation<?, ?>> five = CART.operations()
                .map(operation -> operation.id().equals("get-cart")
                        ? operation.inRows(
                                CartItemBody.class,
                                Cart.class,
                                cart -> CartBody.of(cart).items())
                        : operation);
        return Stream.of(five, CART.metadata(), further())
                .<Operation<?, ?>>flatMap(Function.identity())
                .toList();
    }

    private static Stream<Operation<?, ?>> further() {
        return Stream.of(
                Operation.of(
                        "check-out-cart",
                        "POST",
                        "/cart/{id}/checkout",
                        "direct:cmw-check-out-cart",
                        "Orders everything in a cart, or nothing"),
                Operation.of(
                                "copy-cart",
                                "POST",
                                "/cart/{id}/copy",
                                "direct:cmw-copy-cart",
                                "Makes an open cart with the same in it")
                        .answersCreated(CartBody.class, Cart.class, CartBody::of));
    }
}
