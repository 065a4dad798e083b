package io.mercato.processors.cmw.cart;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.cart.Cart;
import io.mercato.domain.cmw.cart.CartItem;
import io.mercato.domain.cmw.cart.CartRules;
import io.mercato.domain.error.Errors;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What lies in carts. */
@Component
public class CartItems {
    private static final TypeReference<Map<String, Integer>> QUANTITIES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Integer>> IDS = new TypeReference<>() {};

    private final Tables tables;
    private final SecretCipher cipher;

    public CartItems(Tables tables, SecretCipher cipher) {
        this.tables = tables;
        this.cipher = cipher;
    }

    /** By cart, in the order in which they were put in. */
    public Map<Integer, List<CartItem>> of(List<Integer> carts) {
        record InCart(int cart, CartItem item) {}
        return tables
                .jdbc()
                .sql("select i.*, (select coalesce(jsonb_agg(o.order_id order by o.order_id), '[]')"
                        + " from cmw.cart_item_order o where o.cart_item_id = i.id) as orders"
                        + " from cmw.cart_item i where i.cart_id = any(?) order by i.position, i.id")
                .param(carts.toArray(Integer[]::new))
                .query((row, index) -> new InCart(row.getInt("cart_id"), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(InCart::cart, Collectors.mapping(InCart::item, Collectors.toList())));
    }

    /** References of those parameters that are sensitive, as they stand in these carts. */
    public Set<String> sensitive(List<Cart> carts) {
        Map<String, Integer> ids = new HashMap<>();
        carts.stream()
                .flatMap(cart -> cart.items().stream())
                .flatMap(item -> item.configurationParameters().keySet().stream())
                .forEach(reference ->
                        CartRules.id("configurationParameter", reference).ifPresent(id -> ids.put(reference, id)));
        if (!ids.isEmpty()) {
            ids.values().retainAll(sensitiveOf(ids.values()));
        }
        return ids.keySet();
    }

    private Set<Integer> sensitiveOf(Collection<Integer> parameters) {
        return tables.jdbc()
                .sql("select id from cmw.configuration_parameter where sensitive and id = any(?)")
                .param(parameters.toArray(Integer[]::new))
                .query(Integer.class)
                .set();
    }

    /** These are in it from now on. REJECTED when one refers to what does not exist. */
    public void replace(int cart, List<CartItem> items) {
        tables.jdbc()
                .sql("delete from cmw.cart_item where cart_id = ?")
                .param(cart)
                .update();
        for (int i = 0; i < items.size(); i++) {
            insert(cart, i, items.get(i));
        }
    }

    private void insert(int cart, int position, CartItem item) {
        String field = "items[" + position + "].";
        requireOffered(item.planId(), field + "productVersion");
        tables.requireReference("cmw.cloud_provider", item.providerId(), field + "cloudProvider", "cloudProvider");
        tables.requireReference(
                "cmw.bandwidth_pricing", item.bandwidthPricingId(), field + "bandwidthPricing", "bandwidthPricing");
        item.billingItems()
                .keySet()
                .forEach(one -> requireReference("billingItem", "cmw.billing_item", one, field + "billingItems"));
        item.configurationParameters()
                .keySet()
                .forEach(one -> requireReference(
                        "configurationParameter",
                        "cmw.configuration_parameter",
                        one,
                        field + "configurationParameters"));
        tables.columns("cmw.cart_item")
                .set("cart_id", cart)
                .set("position", position)
                .set("product_version_id", item.planId())
                .set("cloud_provider_id", item.providerId())
                .set("bandwidth_pricing_id", item.bandwidthPricingId())
                .set("operating_system", item.operatingSystem())
                .set("quantity", item.quantity())
                .setJson("billing_items", item.billingItems())
                .set("configuration_parameters", encrypted(item, cart, position))
                .setJson("metadata", item.metadata())
                .insert();
    }

    /** What nobody can order is no use in a cart, and may be nobody's to see. */
    private void requireOffered(int plan, String field) {
        boolean offered = tables.jdbc()
                .sql("select exists (select from cmw.product_version v join cmw.product p on p.id = v.product_id"
                        + " where v.id = ? and v.published and not v.deleted and not p.deleted)")
                .param(plan)
                .query(Boolean.class)
                .single();
        if (!offered) {
            throw Errors.unknownReference(field, "productVersion/" + plan);
        }
    }

    private void requireReference(String resource, String table, String reference, String field) {
        int id = CartRules.id(resource, reference).orElseThrow(() -> Errors.unknownReference(field, reference));
        tables.requireReference(table, id, field, resource);
    }

    /** What a vendor wants to know may be a secret; null for nothing. */
    private String encrypted(CartItem item, int cart, int position) {
        return item.configurationParameters().isEmpty()
                ? null
                : cipher.encrypt(tables.json().write(item.configurationParameters()), context(cart, position));
    }

    private Map<String, String> decrypted(ResultSet row) throws SQLException {
        String text = row.getString("configuration_parameters");
        return text == null
                ? Map.of()
                : tables.json()
                        .read(cipher.decrypt(text, context(row.getInt("cart_id"), row.getInt("position"))), TEXTS);
    }

    private static String context(int cart, int position) {
        return "cart/" + cart + "/" + position;
    }

    /** What became of it. */
    public void ordered(int item, int order) {
        tables.jdbc()
                .sql("insert into cmw.cart_item_order (cart_item_id, order_id) values (?, ?)")
                .params(item, order)
                .update();
    }

    private CartItem item(ResultSet row) throws SQLException {
        return new CartItem(
                row.getInt("id"),
                row.getInt("product_version_id"),
                Rows.integer(row, "cloud_provider_id"),
                Rows.integer(row, "bandwidth_pricing_id"),
                row.getString("operating_system"),
                row.getInt("quantity"),
                tables.json().read(row.getString("billing_items"), QUANTITIES),
                decrypted(row),
                tables.json().read(row.getString("metadata"), TEXTS),
                tables.json().read(row.getString("orders"), IDS));
    }
}
