package io.mercato.domain.cmw.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CartRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Principal CUSTOMER = person(Role.USER, 7, 70);
    private static final Principal RESELLER = person(Role.RESELLER, 20, 60);
    private static final Principal DISTRIBUTOR = person(Role.DISTRIBUTOR, 21, 61);
    private static final Principal SUPERVISOR = person(Role.SUPERVISOR, 30, null);
    private static final Principal ADMIN = person(Role.ADMIN, 31, null);
    private static final Principal SUPERADMIN = person(Role.SUPERADMIN, 32, null);
    private static final List<Principal> OTHERS = List.of(
            person(Role.USER, 8, 70),
            person(Role.USER, 8, 60),
            person(Role.RESELLER, 22, 62),
            person(Role.DISTRIBUTOR, 23, 63),
            person(Role.VENDOR, 24, 60),
            Principal.ANONYMOUS);

    @Test
    void its_customer_who_sells_to_him_and_staff_see_a_cart_and_supervisors_only_see_it() {
        Cart cart = cart(7, null, item(1, 1));

        for (Principal who : List.of(CUSTOMER, RESELLER, DISTRIBUTOR, SUPERVISOR, ADMIN, SUPERADMIN)) {
            assertThat(CartRules.maySee(who, cart)).as("%s", who.role()).isTrue();
            assertThat(CartRules.mayWrite(who, cart)).as("%s", who.role()).isEqualTo(who != SUPERVISOR);
        }
        for (Principal who : OTHERS) {
            assertThat(CartRules.maySee(who, cart)).as("%s", who.role()).isFalse();
            assertThat(CartRules.mayWrite(who, cart)).as("%s", who.role()).isFalse();
        }
    }

    @Test
    void a_cart_without_a_customer_is_its_sellers() {
        Cart cart = cart(null, null);

        assertThat(CartRules.maySee(RESELLER, cart)).isTrue();
        assertThat(CartRules.maySee(CUSTOMER, cart)).isFalse();
    }

    @Test
    void only_an_open_cart_with_something_in_it_and_a_customer_is_checked_out() {
        assertThatCode(() -> CartRules.requireCheckout(cart(7, null, item(1, 1))))
                .doesNotThrowAnyException();
        assertFails(() -> CartRules.requireCheckout(cart(7, NOW, item(1, 1))), ErrorKind.CONFLICT, "cart-checked-out");
        assertFails(() -> CartRules.requireCheckout(cart(7, null)), ErrorKind.CONFLICT, "cart-empty");
        assertFails(
                () -> CartRules.requireCheckout(cart(null, null, item(1, 1))),
                ErrorKind.REJECTED,
                "cart-without-customer");
        assertFails(() -> CartRules.requireOpen(cart(7, NOW)), ErrorKind.CONFLICT, "cart-checked-out");
    }

    @Test
    void a_cart_comes_to_no_more_than_a_hundred_orders() {
        String key = "invalid-field-%field%-%problem%";
        assertThatCode(() -> CartRules.requireContents(cart(7, null, item(1, 99), item(2, 1))))
                .doesNotThrowAnyException();
        assertFails(() -> CartRules.requireContents(cart(7, null, item(1, 99), item(2, 2))), ErrorKind.INVALID, key);
        assertFails(() -> CartRules.requireContents(cart(7, null, item(1, 0))), ErrorKind.INVALID, key);
        assertFails(
                () -> CartRules.requireContents(cart(7, null, item(1, Integer.MAX_VALUE), item(2, 1))),
                ErrorKind.INVALID,
                key);
    }

    @Test
    void a_failure_names_the_item_that_it_is_about() {
        Cart cart = cart(7, null, item(1, 1), item(2, 1));

        MercatoException failure = CartRules.ofItem(
                Errors.unknownReference("billingItems", "billingItem/9"),
                cart,
                cart.items().get(1));

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.getMessage()).startsWith("items[1] (productVersion/12): Field billingItems");
        assertThat(failure.holders().get(0).extraFields().entrySet())
                .containsAll(Set.of(Map.entry("item", "items[1]"), Map.entry("field", "billingItems")));
    }

    @Test
    void a_quantity_of_an_extra_resource_is_not_negative() {
        CartItem item =
                new CartItem(1, 12, null, null, null, 1, Map.of("billingItem/3", -1), Map.of(), Map.of(), List.of());

        assertThatThrownBy(() -> CartRules.requireContents(cart(7, null, item)))
                .hasMessage("Field items[0].billingItems[billingItem/3]: must be 0 or more");
    }

    private static Cart cart(@Nullable Integer customer, @Nullable Instant checkedOut, CartItem... items) {
        return new Cart(5, customer, 60, 61, null, List.of(items), NOW, NOW, checkedOut);
    }

    private static CartItem item(int id, int quantity) {
        return new CartItem(id, 12, null, null, null, quantity, Map.of(), Map.of(), Map.of(), List.of());
    }

    private static Principal person(Role role, int user, @Nullable Integer company) {
        return new Principal(user, "u" + user, "u@mercato.example", "U", "en", role, company, null);
    }

    private static void assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorKind kind, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.key()).isEqualTo(key);
        });
    }
}
