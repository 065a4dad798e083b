package io.mercato.domain.cmw.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CartSecretsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final String DOMAIN = "configurationParameter/1";
    private static final String PASSWORD = "configurationParameter/2";
    private static final Set<String> SENSITIVE = Set.of(PASSWORD);
    private static final Map<String, String> ALL = Map.of(DOMAIN, "a.b", PASSWORD, "hunter2");
    private static final Principal CUSTOMER = person(Role.USER, 7);
    private static final Principal RESELLER = person(Role.RESELLER, 20);

    @Test
    void the_customer_sees_all() {
        assertThat(values(CartSecrets.shown(CUSTOMER, cart(7, item(1, 12, ALL)), SENSITIVE)))
                .isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_else_sees_what_is_sensitive(Role role) {
        Principal other = person(role, 20);

        assertThat(values(CartSecrets.shown(other, cart(7, item(1, 12, ALL)), SENSITIVE)))
                .isEqualTo(Map.of(DOMAIN, "a.b"));
        assertThat(values(CartSecrets.shown(other, cart(null, item(1, 12, ALL)), SENSITIVE)))
                .isEqualTo(Map.of(DOMAIN, "a.b"));
    }

    @Test
    void what_a_writer_cannot_read_stays_with_the_item_that_he_names() {
        Cart now = cart(7, item(1, 12, ALL));

        assertThat(kept(RESELLER, now, item(1, 12, Map.of()), 7)).isEqualTo(Map.of(PASSWORD, "hunter2"));
        assertThat(kept(RESELLER, now, item(1, 12, Map.of(PASSWORD, "other")), 7))
                .isEqualTo(Map.of(PASSWORD, "other"));
        assertThat(kept(RESELLER, cart(null, item(1, 12, ALL)), item(1, 12, Map.of()), 7))
                .containsKey(PASSWORD);
    }

    @Test
    void it_goes_with_its_item_its_plan_and_its_customer() {
        Cart now = cart(7, item(1, 12, ALL));

        assertThat(kept(RESELLER, now, item(null, 12, Map.of()), 7)).isEmpty();
        assertThat(kept(RESELLER, now, item(2, 12, Map.of()), 7)).isEmpty();
        assertThat(kept(RESELLER, now, item(1, 13, Map.of()), 7)).isEmpty();
        assertThat(kept(RESELLER, now, item(1, 12, Map.of()), 8)).isEmpty();
        assertThat(kept(RESELLER, now, item(1, 12, Map.of()), null)).isEmpty();
        assertThat(kept(CUSTOMER, now, item(1, 12, Map.of()), 7)).isEmpty();
    }

    private static Map<String, String> kept(Principal who, Cart now, CartItem asked, @Nullable Integer customer) {
        return values(CartSecrets.kept(who, now, cart(customer, asked), customer, SENSITIVE));
    }

    private static Map<String, String> values(Cart cart) {
        return cart.items().get(0).configurationParameters();
    }

    private static Cart cart(@Nullable Integer customer, CartItem item) {
        return new Cart(5, customer, 60, 61, null, List.of(item), NOW, NOW, null);
    }

    private static CartItem item(@Nullable Integer id, int plan, Map<String, String> values) {
        return new CartItem(id, plan, null, null, null, 1, Map.of(), values, Map.of(), List.of());
    }

    private static Principal person(Role role, int user) {
        return new Principal(user, "u" + user, "u@mercato.example", "U", "en", role, 60, null);
    }
}
