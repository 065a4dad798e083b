package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.pricing.BillingItem;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.Localised;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Extra resources: seen with the plans that offer them, changed by their vendor. */
@Component("billingItemStore")
public class BillingItemStore implements ResourceStore<BillingItem> {
    private static final String TABLE = "cmw.billing_item";
    private static final Localised TEXTS = new Localised(TABLE, "name", "description", "long_description", "unit");
    private static final String IS_OFFERED = """
            exists (select from cmw.billing_item_value x
                        join cmw.product_version v on v.id = x.product_version_id
                        join cmw.product p on p.id = v.product_id
                     where x.billing_item_id = b.id and v.published and not v.deleted and not p.deleted)""";

    private final Tables tables;

    public BillingItemStore(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<BillingItem> list(Principal principal, Filter filter, PageRequest page) {
        Page<BillingItem> found = seenBy(principal)
                .where("b.owner_id = :owner", "owner", filter.integer("companyId"))
                .where("b.identifier = :identifier", "identifier", filter.text("identifier"))
                .where("b.reseller_id = :reseller", "reseller", filter.integer("reseller"))
                .where("(b.endpoint is not null) = :api", "api", filter.flag("api"))
                .where("b.value_type = :type", "type", valueType(filter))
                .page(page, "b.weight desc, " + Localised.column("b", "name") + ", b.id");
        return new Page<>(
                found.items().stream().map(item -> shown(principal, item)).toList(),
                found.request(),
                found.totalItems());
    }

    @Override
    public BillingItem get(Principal principal, int id) {
        return seenBy(principal)
                .where("b.id = :id", "id", id)
                .first()
                .map(item -> shown(principal, item))
                .orElseThrow(() -> Errors.notFound("billingItem", id));
    }

    public BillingItem byIdentifier(Principal principal, String identifier) {
        return seenBy(principal)
                .where("b.identifier = :identifier", "identifier", identifier)
                .first()
                .map(item -> shown(principal, item))
                .orElseThrow(() -> Errors.notFound("billingItem with identifier", identifier));
    }

    @Override
    public BillingItem create(Principal principal, BillingItem item) {
        int id = columns(principal, item)
                .set("owner_id", owner(principal, item))
                .set("language", principal.language())
                .set("name", item.name())
                .set("description", item.description())
                .set("long_description", item.longDescription())
                .set("unit", item.unit())
                .set("type", item.type())
                .set("value_type", item.valueType())
                .insert();
        return get(principal, id);
    }

    @Override
    public BillingItem update(Principal principal, int id, BillingItem item) {
        BillingItem now = get(principal, id);
        requireWritable(principal, id);
        requireSameScheme(now, item);
        TEXTS.write(
                tables,
                id,
                principal.language(),
                Map.of(
                        "name", item.name(),
                        "description", item.description(),
                        "long_description", item.longDescription(),
                        "unit", item.unit()));
        columns(principal, item)
                .set("type", item.type())
                .set("value_type", item.valueType())
                .update(id);
        return get(principal, id);
    }

    /** Prices of a scheme mean nothing in another: as long as plans have prices of it, it keeps its own. */
    private void requireSameScheme(BillingItem now, BillingItem asked) {
        boolean same = now.type() == asked.type() && now.valueType() == asked.valueType();
        if (!same && exists("cmw.billing_item_value", now.id())) {
            throw Errors.conflict("billing-item-has-prices", "Plans have prices of this: its type stays as it is");
        }
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        if (exists("cmw.billing_item_value", id) || exists("cmw.subscription_billing_item", id)) {
            throw Errors.conflict("billing-item-in-use", "Plans or subscriptions have this");
        }
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!CatalogueAccess.mayWrite(principal, get(principal, id).ownerId())) {
            throw Errors.forbidden();
        }
    }

    private boolean exists(String table, int item) {
        return tables.jdbc()
                .sql("select exists (select from " + table + " where billing_item_id = ?)")
                .param(item)
                .query(Boolean.class)
                .single();
    }

    /** A vendor's own company; an administrator names one, or none for the platform's own. */
    private Integer owner(Principal principal, BillingItem item) {
        if (principal.role().isAdministrator()) {
            tables.requireReference("cmw.company", item.ownerId(), "owner", "company");
            return item.ownerId();
        }
        boolean another = item.ownerId() != null && !principal.belongsTo(item.ownerId());
        if (principal.role() != Role.VENDOR || principal.companyId() == null || another) {
            throw Errors.forbidden();
        }
        return principal.companyId();
    }

    private static BillingItem shown(Principal reader, BillingItem item) {
        boolean own = reader.role() == Role.VENDOR && reader.belongsTo(item.ownerId());
        return own || reader.role().isStaff() ? item : item.reduced();
    }

    private static String valueType(Filter filter) {
        BillingItemValueType type = filter.oneOf("valueType", BillingItemValueType.class);
        return type == null ? null : type.name();
    }

    private Selection<BillingItem> seenBy(Principal who) {
        boolean vendor = who.role() == Role.VENDOR && who.companyId() != null;
        return tables.select(BillingItem.class, TEXTS.columns("b") + ", b.*", TABLE + " b")
                .with("language", who.language())
                .where(":staff or b.owner_id = :own or (:vendor and b.owner_id is null) or " + IS_OFFERED)
                .with("staff", who.role().isStaff())
                .with("vendor", vendor)
                .with("own", vendor ? who.companyId() : 0);
    }

    /** Only administrators say what the platform keeps. */
    private Columns columns(Principal principal, BillingItem item) {
        tables.requireReference("cmw.company", item.resellerId(), "reseller", "company");
        Columns columns = tables.columns(TABLE)
                .set("reseller_id", item.resellerId())
                .set("identifier", item.identifier())
                .set("presence", item.presence())
                .set("downgradable", item.downgradable())
                .setJson("endpoint", item.endpoint())
                .set("weight", item.weight());
        return principal.role().isAdministrator() ? columns.set("quota", item.quota()) : columns;
    }
}
