package io.mercato.processors.cmw.cart;

import io.mercato.domain.cmw.cart.Cart;
import io.mercato.domain.cmw.cart.CartRules;
import io.mercato.domain.cmw.cart.CartSecrets;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.order.Customer;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.order.Buyers;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carts, with what lies in them. */
@Component("cartStore")
public class CartStore implements ResourceStore<Cart> {
    private static final String TABLE = "cmw.cart";
    private static final String FROM = "cmw.cart c left join cmw.\"user\" u on u.id = c.customer_id";

    private final Tables tables;
    private final CartItems items;
    private final Buyers buyers;
    private final VendorEvents events;
    private final Clock clock;

    public CartStore(Tables tables, CartItems items, Buyers buyers, VendorEvents events, Clock clock) {
        this.tables = tables;
        this.items = items;
        this.buyers = buyers;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Cart> list(Principal principal, Filter filter, PageRequest page) {
        Page<Cart> carts = seenBy(principal)
                .where("(c.checked_out_at is not null) = :checkedOut", "checkedOut", filter.flag("checkedOut"))
                .where("c.customer_id = :customer", "customer", filter.integer("customerId"))
                .where("c.reseller_id = :reseller", "reseller", filter.integer("resellerId"))
                .where("u.company_id = :company", "company", filter.integer("userCompanyId"))
                .where(
                        "(u.name || ' ' || u.surname || ' ' || u.email) ilike :search",
                        "search",
                        Selection.contains(filter.text("search")))
                .page(page, "c.id desc");
        return new Page<>(shown(principal, withItems(carts.items())), page, carts.totalItems());
    }

    /** As this caller may know it. */
    @Override
    public Cart get(Principal principal, int id) {
        return shown(principal, List.of(whole(principal, id))).get(0);
    }

    /** With what is sensitive, for the platform itself. NOT_FOUND when there is none that this caller may see. */
    public Cart whole(Principal principal, int id) {
        return find(principal, id).orElseThrow(() -> Errors.notFound("cart", id));
    }

    /** With what is sensitive; empty when there is none, or none that this caller may see. */
    public Optional<Cart> find(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .map(cart -> withItems(List.of(cart)).get(0));
    }

    @Override
    public Cart create(Principal principal, Cart asked) {
        int id = columns(principal, asked)
                .set("created_at", Rows.at(clock.instant()))
                .insert();
        items.replace(id, asked.items());
        tell(id, EventType.CREATED);
        return get(principal, id);
    }

    @Override
    public Cart update(Principal principal, int id, Cart asked) {
        Cart now = whole(principal, id);
        CartRules.requireOpen(now);
        columns(principal, asked).update(id);
        Cart kept = CartSecrets.kept(principal, now, asked, customer(principal, asked), items.sensitive(List.of(now)));
        items.replace(id, kept.items());
        tell(id, EventType.MODIFIED);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        CartRules.requireOpen(get(principal, id));
        tables.delete(TABLE, id);
        tell(id, EventType.DELETED);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!CartRules.mayWrite(principal, get(principal, id))) {
            throw Errors.forbidden();
        }
    }

    /** It is final from now on. */
    public void checkOut(int id) {
        tables.columns(TABLE)
                .set("checked_out_at", Rows.at(clock.instant()))
                .set("updated_at", Rows.at(clock.instant()))
                .update(id);
        tell(id, EventType.MODIFIED);
    }

    private Columns columns(Principal principal, Cart asked) {
        CartRules.requireContents(asked);
        Integer customer = customer(principal, asked);
        Customer found = customer == null ? null : buyers.find(customer);
        Integer seller = principal.role() == Role.RESELLER ? principal.companyId() : null;
        return tables.columns(TABLE)
                .set("customer_id", customer)
                .set("reseller_id", found == null ? seller : found.resellerId())
                .set("distributor_id", found == null ? null : found.distributorId())
                .set("catalog_id", asked.catalogId())
                .set("updated_at", Rows.at(clock.instant()));
    }

    /** A seller may say later for whom it is. */
    private Integer customer(Principal principal, Cart asked) {
        if (principal.role() == Role.RESELLER && asked.customerId() == null) {
            return null;
        }
        return OrderAccess.buyer(
                principal,
                asked.customerId(),
                asked.customerId() == null ? null : buyers.find(asked.customerId()),
                "customer");
    }

    private void tell(int id, EventType type) {
        events.record(EventEntity.CART, id, type, null, null, Map.of());
    }

    private Selection<Cart> seenBy(Principal principal) {
        Selection<Cart> where = new Selection<>(tables.jdbc(), CartStore::cart, "c.*", FROM);
        return switch (principal.role()) {
            case SUPERVISOR, ADMIN, SUPERADMIN -> where;
            case USER -> where.where("c.customer_id = :me", "me", principal.userId());
            case RESELLER, DISTRIBUTOR ->
                where.where(
                        "(c.reseller_id = :me or c.distributor_id = :me)",
                        "me",
                        principal.companyId() == null ? Integer.valueOf(-1) : principal.companyId());
            case ANONYMOUS, VENDOR -> where.where("false");
        };
    }

    private List<Cart> withItems(List<Cart> carts) {
        var contents = items.of(carts.stream().map(Cart::id).toList());
        return carts.stream()
                .map(cart -> cart.with(contents.getOrDefault(cart.id(), List.of())))
                .toList();
    }

    private List<Cart> shown(Principal principal, List<Cart> carts) {
        Set<String> sensitive = items.sensitive(carts);
        return carts.stream()
                .map(cart -> CartSecrets.shown(principal, cart, sensitive))
                .toList();
    }

    private static Cart cart(ResultSet row, int index) throws SQLException {
        return new Cart(
                row.getInt("id"),
                Rows.integer(row, "customer_id"),
                Rows.integer(row, "reseller_id"),
                Rows.integer(row, "distributor_id"),
                Rows.integer(row, "catalog_id"),
                List.of(),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.instant(row, "checked_out_at"));
    }
}
